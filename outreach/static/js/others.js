// Cards that floor mode kept on this device for another account go as soon as somebody else is signed in on it.
if (self.caches && document.body.dataset.user) {
  caches.keys().then((names) => names.forEach((name) => {
    if (name.startsWith("floor ") && !name.startsWith(`floor ${document.body.dataset.user}-`)) caches.delete(name);
  })).catch(() => {}); // a browser that forbids the look keeps nothing either
}
