// For long reading: keys that lead from turn to turn and from mark to mark, and a link to whatever
// words are selected. Without it the page has its links.
"use strict";

const article = document.getElementById("text");

function standing(places) {
  // Which place the reader was led to last, while it is still in sight; else -1. Of several in one
  // line, or at the end of the page, where they stand does not say it.
  for (const one of [document.activeElement, article.querySelector(":target")]) {
    const at = places.indexOf(one);
    const box = at < 0 ? null : one.getBoundingClientRect();
    if (box && box.bottom > 0 && box.top >= 0 && box.top < innerHeight) return at;
  }
  return -1;
}

function past(place) {
  // How far below the line to which it scrolls a place stands.
  const padding = getComputedStyle(document.documentElement).scrollPaddingTop;
  const margin = getComputedStyle(place).scrollMarginTop;
  const line = 1 + (parseFloat(padding) || 0) + (parseFloat(margin) || 0);
  return place.getBoundingClientRect().top - line;
}

function led(places, forward) {
  // The next place after the one that the reader was led to, or else after what is being read.
  const at = standing(places);
  const found =
    at >= 0
      ? places[forward ? at + 1 : at - 1]
      : forward
        ? places.find((place) => past(place) > 2)
        : places.findLast((place) => past(place) < -2);
  if (found) {
    found.scrollIntoView();
    found.setAttribute("tabindex", "-1");
    found.focus({ preventScroll: true });
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
