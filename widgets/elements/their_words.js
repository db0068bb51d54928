// What Streamlit says in English, and can be told nowhere to say otherwise, in the language in force.
const SAID_IN = ["aria-label", "title", "placeholder", "data-title"];
let watcher = null;

export function translator(words) {
  const whole = new Map();
  const patterns = [];
  for (const { where, from, to } of words)
    for (const text of from) {
      const [before, after] = text.split("{}");
      if (after === undefined) whole.set(text, [...(whole.get(text) ?? []), { where, to }]);
      else patterns.push({ where, before, after, to });
    }
  return (text, isIn) => {
    const said = text.trim();
    const found = (whole.get(said) ?? []).find(({ where }) => isIn(where));
    if (found) return text.replace(said, () => found.to);
    const fits = ({ before, after }) =>
      said.startsWith(before) && said.endsWith(after) && said.length > before.length + after.length;
    const filled = patterns.find((pattern) => fits(pattern) && isIn(pattern.where));
    if (!filled) return text;
    const rest = said.slice(filled.before.length, said.length - filled.after.length);
    return text.replace(said, () => filled.to.replace("{}", () => rest));
  };
}

// Only what is new or has changed is looked at.
export function keepTranslated(words) {
  const translate = translator(words);
  const sayText = (node) => {
    const said = translate(node.data, (where) => node.parentElement?.closest(where));
    if (said !== node.data) node.data = said;
  };
  const sayElement = (element) => {
    for (const name of SAID_IN) {
      const value = element.getAttribute(name);
      const said = value && translate(value, (where) => element.closest(where));
      if (said && said !== value) element.setAttribute(name, said);
    }
  };
  const sayAll = (root) => {
    if (root.nodeType === Node.TEXT_NODE) return sayText(root);
    if (root.nodeType !== Node.ELEMENT_NODE || root.closest("svg")) return;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    do {
      if (walker.currentNode.nodeType === Node.TEXT_NODE) sayText(walker.currentNode);
      else sayElement(walker.currentNode);
    } while (walker.nextNode());
  };
  watcher?.disconnect();
  sayAll(document.body);
  watcher = new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "characterData") sayText(change.target);
      else if (change.type === "attributes") sayElement(change.target);
      else for (const node of change.addedNodes) sayAll(node);
    }
  });
  const what = { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: SAID_IN };
  watcher.observe(document.body, what);
}
