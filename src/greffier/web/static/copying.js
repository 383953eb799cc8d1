// A button that copies beside everything that is there to be copied. Without it the words can be
// selected as they stand.
"use strict";

for (const place of document.querySelectorAll("[data-copied]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = "Copy";
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", async () => {
    const words = place.textContent.trim();
    try {
      await navigator.clipboard.writeText(words);
      button.textContent = "Copied";
    } catch {
      // Only pages of this machine or over HTTPS may write to the clipboard: leave it to the reader.
      getSelection().selectAllChildren(place);
      button.textContent = "Selected";
    }
    setTimeout(() => { button.textContent = "Copy"; }, 2000);
  });
  place.after(button);
}
