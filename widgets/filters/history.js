// Streamlit writes a page switch to the browser's history twice: without the view and, once the server has
// answered, with it. The second takes the place of the first, so that one step back is one view back.
if (!history.keepsViews) {
  history.keepsViews = true;
  const push = history.pushState;
  let switched = false;
  history.pushState = (state, title, url) => {
    const path = new URL(url ?? "", location.href).pathname;
    const follows = switched && path === location.pathname;
    switched = path !== location.pathname;
    (follows ? history.replaceState : push).call(history, state, title, url);
  };
  const forget = () => {
    switched = false;
  };
  for (const event of ["popstate", "pointerdown", "keydown"]) window.addEventListener(event, forget, true);
}
