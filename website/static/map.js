// Moves and enlarges the map of /map; without this script it is a still picture with the same links.
(function () {
  var svg = document.getElementById("map-full");
  var tools = document.querySelector(".map-tools");
  if (!svg || !tools) return;
  var home = svg.getAttribute("viewBox").split(" ").map(Number);
  var view = home.slice();
  tools.hidden = false;

  // Pins and names keep their size on the screen, and names their distance from their pin.
  function show() {
    svg.setAttribute("viewBox", view.join(" "));
    var scale = view[2] / home[2];
    svg.classList.toggle("close", scale < 0.6);
    svg.querySelectorAll("[data-size]").forEach(function (text) {
      text.setAttribute("font-size", (view[2] / 1000) * text.dataset.size);
    });
    svg.querySelectorAll("[data-radius]").forEach(function (circle) {
      circle.setAttribute("r", (view[2] / 1000) * circle.dataset.radius);
      var text = circle.nextElementSibling;
      if (!text) return;
      ["x", "y"].forEach(function (side) {
        var middle = Number(circle.getAttribute("c" + side));
        if (!text.dataset[side]) text.dataset[side] = text.getAttribute(side) - middle;
        text.setAttribute(side, middle + text.dataset[side] * scale);
      });
    });
  }

  function zoom(factor, x, y) {
    var width = Math.min(Math.max(view[2] * factor, 60), 2600);
    var scale = width / view[2];
    view = [x - (x - view[0]) * scale, y - (y - view[1]) * scale, width, view[3] * scale];
    show();
  }

  function centre() {
    return [view[0] + view[2] / 2, view[1] + view[3] / 2];
  }

  tools.addEventListener("click", function (event) {
    var button = event.target.closest("button");
    if (!button) return;
    if (button.hasAttribute("data-reset")) {
      view = home.slice();
      show();
    } else {
      zoom(Number(button.dataset.zoom), centre()[0], centre()[1]);
    }
  });

  // Turning the wheel scrolls the page, as everywhere; with Ctrl it enlarges.
  svg.addEventListener("wheel", function (event) {
    if (!event.ctrlKey) return;
    event.preventDefault();
    var box = svg.getBoundingClientRect();
    zoom(
      event.deltaY > 0 ? 1.2 : 1 / 1.2,
      view[0] + ((event.clientX - box.left) / box.width) * view[2],
      view[1] + ((event.clientY - box.top) / box.height) * view[3]
    );
  }, { passive: false });

  var last = null;
  var moved = 0;
  svg.addEventListener("pointerdown", function (event) {
    if (event.pointerType === "mouse" && event.button === 0) {
      last = [event.clientX, event.clientY];
      moved = 0;
    }
  });
  window.addEventListener("pointermove", function (event) {
    if (!last) return;
    var step = view[2] / svg.getBoundingClientRect().width;
    view[0] -= (event.clientX - last[0]) * step;
    view[1] -= (event.clientY - last[1]) * step;
    moved += Math.abs(event.clientX - last[0]) + Math.abs(event.clientY - last[1]);
    last = [event.clientX, event.clientY];
    show();
  });
  window.addEventListener("pointerup", function () {
    last = null;
  });
  // A link is not followed at the end of a drag, nor dragged itself.
  svg.addEventListener("click", function (event) {
    if (moved > 5) event.preventDefault();
  });
  svg.addEventListener("dragstart", function (event) {
    event.preventDefault();
  });
})();
