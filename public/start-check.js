// Shows why the page does not start, where it does not: in a browser that is too old for it, where a script did not
// arrive, or where one failed before anything was drawn. Old syntax on purpose: it has to run where nothing newer does.
;(function () {
  /** A rejection or an exception may be harmless. In milliseconds. */
  var PATIENCE = 2000

  /** Shows what is said of `reason`, in the browser's language where it is there. */
  function show(reason) {
    var problem = document.getElementById('start-problem')
    // The first reason is the cause; what comes after it follows from it.
    if (!problem || problem.className) return
    var root = document.getElementById('root')
    // Nothing is drawn in the end after all.
    if (reason === 'old') root.parentNode.removeChild(root)
    else if (root.firstChild) return
    var language = String(navigator.language).slice(0, 2)
    var own = problem.querySelector('[lang="' + language + '"]') ? language : 'en'
    var texts = problem.querySelectorAll('[lang]')
    for (var i = 0; i < texts.length; i++) texts[i].hidden = texts[i].lang !== own
    var reasons = problem.querySelectorAll('[data-reason]')
    for (var j = 0; j < reasons.length; j++) {
      var named = reasons[j].getAttribute('data-reason')
      reasons[j].hidden = named !== reason && !(named === 'insecure' && window.isSecureContext === false)
    }
    problem.className = 'known'
  }

  function showSoon(reason, patience) {
    if (document.readyState !== 'loading') setTimeout(show, patience, reason)
    else
      document.addEventListener('DOMContentLoaded', function () {
        setTimeout(show, patience, reason)
      })
  }

  // What the app is written in, and what its engine runs on.
  if (
    !('noModule' in document.createElement('script')) ||
    typeof Array.prototype.toSorted !== 'function' ||
    typeof WebAssembly !== 'object' ||
    typeof OffscreenCanvas !== 'function'
  )
    showSoon('old', 0)

  addEventListener(
    'error',
    function (event) {
      if (event.target === window) showSoon('failed', PATIENCE)
      else if (event.target.tagName === 'SCRIPT') showSoon('missing', 0)
    },
    true,
  )
  addEventListener('unhandledrejection', function () {
    showSoon('failed', PATIENCE)
  })
})()
