/* Search in a site that is opened from disk. Browsers start no worker there, so what would be one runs in a hidden frame;
   the theme's search looks for this name to know that it does. */
(function () {
  "use strict";
  if (location.protocol !== "file:") return;
  function load(into, address) {
    return new Promise(function (done, failed) {
      var script = into.createElement("script");
      script.onload = done;
      script.onerror = failed;
      script.src = address;
      into.head.append(script);
    });
  }
  class IFrameWorker extends EventTarget {
    constructor(address) {
      super();
      var self = this, frame = document.createElement("iframe");
      frame.hidden = true;
      document.body.append(frame);
      self.inside = frame.contentWindow;
      self.inside.postMessage = function (data) { self.dispatchEvent(new MessageEvent("message", { data: data })); };
      self.inside.importScripts = function () {
        return [].reduce.call(arguments, function (before, one) {
          return before.then(function () { return load(self.inside.document, one); });
        }, Promise.resolve());
      };
      self.ready = load(self.inside.document, new URL(address, location.href).href);
    }
    postMessage(data) {
      var inside = this.inside;
      this.ready.then(function () { inside.dispatchEvent(new MessageEvent("message", { data: data })); });
    }
    terminate() { this.inside.frameElement.remove(); }
  }
  window.IFrameWorker = window.Worker = IFrameWorker;
})();
