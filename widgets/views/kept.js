// The views that a reader keeps, a list of {name, link}: each link is a page beside the one that is open, never an
// address elsewhere, whatever a file says that is brought.
const MOST = 50;
const LONGEST_NAME = 200;
const LONGEST_LINK = 4000;
const LINK = /^[a-z_]+(\?[\w%.~*()!'+&=-]*)?$/;

// The views that a text holds, those that are none left out; null where it holds no list of views at all.
export function viewsIn(text) {
  try {
    const { views } = JSON.parse(text);
    return Array.isArray(views) ? views.filter(isView).map(({ name, link }) => ({ name, link })) : null;
  } catch {
    return null;
  }
}

function isView(view) {
  const { name, link } = view ?? {};
  const texts = typeof name === "string" && typeof link === "string";
  return texts && name.trim() && name.length <= LONGEST_NAME && link.length <= LONGEST_LINK && LINK.test(link);
}

// The text that `viewsIn` reads.
export function textOf(views) {
  return JSON.stringify({ views }, null, 1);
}

// The views with others, of which those by a name that is there already take its place; the latest where they are many.
export function joined(views, others) {
  const names = new Set(others.map(({ name }) => name));
  return [...views.filter(({ name }) => !names.has(name)), ...others].slice(-MOST);
}

// The view of an address: its page and parameters, without those that say how it is framed.
export function linkOf({ pathname, search }) {
  const page = pathname.slice(pathname.lastIndexOf("/") + 1);
  const query = new URLSearchParams(search);
  for (const name of ["embed", "embed_options"]) query.delete(name);
  const parameters = query.toString();
  return `${page === "" || page === "start" ? "overview" : page}${parameters && `?${parameters}`}`;
}
