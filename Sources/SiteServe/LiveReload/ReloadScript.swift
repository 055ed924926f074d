/// What pages run. It comes from the site's own address, the only one that their content security policy allows.
let reloadScript = """
    // Loads the page anew when the site has been built since it was sent.
    const shown = document.querySelector('script[src$="/.marquee/reload.js"]').dataset.version;
    let changes;

    function listen() {
      changes = new EventSource(new URL("changes", import.meta.url));
      changes.addEventListener("version", (event) => {
        if (event.data === shown) return;
        changes.close();
        location.reload();
      });
    }

    // A browser opens six connections to a server: a page that nobody sees leaves its own to others.
    function listenWhileVisible() {
      changes?.close();
      if (!document.hidden) listen();
    }

    document.addEventListener("visibilitychange", listenWhileVisible);
    listenWhileVisible();

    """
