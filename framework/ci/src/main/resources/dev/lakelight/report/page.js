(function () {
  'use strict';
  var form = document.querySelector('form.filter');
  var find = document.getElementById('find');
  var kind = document.getElementById('kind');
  var shown = document.getElementById('shown');
  var nothing = document.getElementById('nothing');
  var suites = Array.prototype.map.call(document.querySelectorAll('.suite'), function (suite) {
    var heading = suite.querySelector('h3').textContent;
    var tests = Array.prototype.map.call(suite.querySelectorAll('details.test'), function (test) {
      return { element: test, text: (heading + ' ' + test.querySelector('summary').textContent + ' '
        + Array.prototype.map.call(test.querySelectorAll('.run > h4'), function (run) { return run.textContent; }).join(' '))
        .toLowerCase() };
    });
    return { element: suite, tests: tests };
  });

  function matches(test, show) {
    var words = find.value.toLowerCase().split(/\s+/);
    return (!show || test.element.classList.contains(show))
      && (!kind || !kind.value || test.element.dataset.kind === kind.value)
      && words.every(function (word) { return test.text.indexOf(word) >= 0; });
  }

  function filter() {
    var show = form.querySelector('input[name=show]:checked').value;
    var all = 0;
    var visible = 0;
    suites.forEach(function (suite) {
      var before = visible;
      suite.tests.forEach(function (test) {
        var match = matches(test, show);
        test.element.hidden = !match;
        all += 1;
        visible += match ? 1 : 0;
      });
      suite.element.hidden = visible === before;
    });
    shown.textContent = visible === all ? all + ' shown' : visible + ' of ' + all + ' shown';
    nothing.hidden = visible > 0 || all === 0;
  }

  function setOpen(open) {
    document.querySelectorAll('details.test:not([hidden])').forEach(function (test) { test.open = open; });
  }

  function showTarget() {
    var target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (target && target.classList.contains('test')) {
      target.open = true;
      target.scrollIntoView();
    }
  }

  var openedForPrint = [];
  window.addEventListener('beforeprint', function () {
    var many = document.body.classList.contains('many');
    var closed = many ? 'details.test.bad details:not([open])' : 'details:not([open]):not(.trace)';
    openedForPrint = Array.prototype.slice.call(document.querySelectorAll(closed));
    openedForPrint.forEach(function (details) { details.open = true; });
  });
  window.addEventListener('afterprint', function () {
    openedForPrint.forEach(function (details) { details.open = false; });
  });
  window.addEventListener('hashchange', showTarget);
  document.getElementById('open-all').addEventListener('click', function () { setOpen(true); });
  document.getElementById('close-all').addEventListener('click', function () { setOpen(false); });
  form.addEventListener('input', filter);
  form.addEventListener('submit', function (event) { event.preventDefault(); });
  form.hidden = suites.length === 0;
  filter();
  showTarget();
})();
