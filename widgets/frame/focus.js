// Whoever works by key stays where they are: where what was pressed is drawn anew, its twin takes the focus, and where
// it is gone, the heading, from which one can go on.

const SETTLED = 100;
let last = null;
let beforeDialog = null;
let byKey = false;
let settling = null;

// Where an element is, so that the one in its place is found: what it says, in which part of the page.
function note(element) {
  const part = element.closest("[class*='st-key-']");
  const key = part && [...part.classList].find((name) => name.startsWith("st-key-"));
  return { element, key, says: says(element), tag: element.localName };
}

function says(element) {
  return (element.ariaLabel || element.textContent).replace(/[▲▼]/g, "").trim();
}

function twinOf(noted) {
  if (!noted?.key) return null;
  const alike = document.querySelectorAll(`.${CSS.escape(noted.key)} ${noted.tag}`);
  return [...alike].find((element) => !element.disabled && says(element) === noted.says);
}

function findFocus() {
  const lost = last && (!last.element.isConnected || last.element.disabled);
  if (!byKey || !lost || document.activeElement !== document.body) return;
  const place = twinOf(last) ?? twinOf(beforeDialog) ?? document.querySelector(".heading h1");
  place?.focus({ preventScroll: true });
}

export function keepFocus() {
  if (window.keepsFocus) return;
  window.keepsFocus = true;
  document.addEventListener("focusin", ({ target }) => {
    last = note(target);
    if (!target.closest("[role='dialog']")) beforeDialog = last;
  });
  for (const event of ["keydown", "pointerdown"])
    document.addEventListener(
      event,
      () => {
        byKey = event === "keydown";
      },
      true,
    );
  const settle = () => {
    clearTimeout(settling);
    settling = setTimeout(findFocus, SETTLED);
  };
  // What is disabled loses the focus later than it is disabled, and what is taken away loses it without a word.
  document.addEventListener("focusout", settle);
  new MutationObserver(settle).observe(document.body, { childList: true, subtree: true });
}
