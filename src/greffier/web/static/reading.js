// For long reading: keys that lead from turn to turn and from mark to mark, and a link to whatever
// words are selected. Without it the page has its links.
"use strict";

const article = document.getElementById("text");

function led(places, forward) {
  // The first place below what is being read, or the last above it.
  const line = 1 + parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop || "0");
  const tops = places.map((place) => [place, place.getBoundingClientRect().top]);
  const found = forward
    ? tops.find(([, top]) => top > line + 2)
    : tops.reverse().find(([, top]) => top < line - 2);
  if (found) {
    found[0].scrollIntoView();
    found[0].setAttribute("tabindex", "-1");
    found[0].focus({ preventScroll: true });
  }
}

const turns = [...article.querySelectorAll("section.turn[id]")];
const marks = [...article.querySelectorAll("mark[id]")];
const keys = {
  j: () => led(turns, true),
  k: () => led(turns, false),
  n: () => led(marks, true),
  p: () => led(marks, false),
};

addEventListener("keydown", (event) => {
  const writing = event.target.closest("input, textarea, select, [contenteditable]");
  if (writing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (Object.hasOwn(keys, event.key)) {
    event.preventDefault();
    keys[event.key]();
  }
});

// -- a link to selected words --------------------------------------------------------------------

const beside = ".pin, .remark-ref";  // stands in a paragraph and is not of the text

function place(node, offset) {
  // Where a point of the page is in the text of the witness, in code points; or nothing.
  const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
  const line = element.closest("[data-at]");
  if (!line || !article.contains(line)) return null;
  const before = document.createRange();
  before.setStart(line, 0);
  before.setEnd(node, offset);
  const kept = before.cloneContents();
  for (const one of kept.querySelectorAll(beside)) one.remove();
  return Number(line.dataset.at) + [...kept.textContent].length;
}

const offer = document.createElement("a");
offer.className = "selected";
offer.hidden = true;
offer.textContent = "Link to these words";
document.body.append(offer);

document.addEventListener("selectionchange", () => {
  const selection = getSelection();
  const range = selection.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
  const start = range && place(range.startContainer, range.startOffset);
  const end = range && place(range.endContainer, range.endOffset);
  offer.hidden = start === null || end === null || start >= end;
  if (offer.hidden) return;
  offer.href = `${article.dataset.witness}?span=${start}-${end}#hit`;
  const box = range.getBoundingClientRect();
  offer.classList.toggle("above", box.bottom > innerHeight - 60);
});
