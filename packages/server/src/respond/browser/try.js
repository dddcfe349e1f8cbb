/**
 * The page of a form that is tried out inside a screen of ours: it sends nothing, and cannot. What is filled in and pressed it
 * tells the screen around it, which gives the next page back. The script of the page itself (form.js) runs at each `page`.
 */

// Only this page may turn text into markup, and only by this name: it comes from the screen around it, and is a page of ours.
const policies = /** @type {any} */ (window).trustedTypes
const ours = policies
  ? policies.createPolicy('weerklank-try', { createHTML: (/** @type {string} */ text) => text })
  : { createHTML: (/** @type {string} */ text) => text }

/** Tells the screen around it what was done: a button, a link, or only that something was filled in. */
function tell(/** @type {string} */ kind, /** @type {string} */ value) {
  const form = document.getElementById('form')
  const fields = form instanceof HTMLFormElement ? [...new FormData(form)] : []
  const told = { kind, value, fields: fields.map((field) => [field[0], String(field[1])]) }
  window.parent.postMessage({ weerklank: told }, '*')
}

/** A place on this same page is gone to by the browser itself. */
function handleClick(/** @type {Event} */ event) {
  if (!(event.target instanceof Element)) return
  const link = event.target.closest('a')
  const button = event.target.closest('button')
  const address = link?.getAttribute('href') || ''
  if (link && !address.startsWith('#')) {
    event.preventDefault()
    tell('link', address)
  } else if (button && button.name === 'ga') {
    event.preventDefault()
    tell('button', button.value)
  }
}

/** The next page in place of this one; after a step of hers the eye goes to what is wrong, or to the top. */
function show(/** @type {string} */ page, /** @type {boolean} */ isStep) {
  const next = new DOMParser().parseFromString(ours.createHTML(page), 'text/html')
  document.documentElement.lang = next.documentElement.lang
  document.title = next.title
  const body = document.adoptNode(next.body)
  // A frame may not take the focus by itself; after a step of hers it is given below.
  for (const field of body.querySelectorAll('[autofocus]')) field.removeAttribute('autofocus')
  document.body.replaceWith(body)
  window.dispatchEvent(new Event('page'))
  if (!isStep) return
  const first = document.getElementById('fout') || document.querySelector('h1')
  if (first instanceof HTMLElement) {
    first.tabIndex = -1
    first.focus()
  }
  window.scrollTo(0, first && first.id === 'fout' ? first.getBoundingClientRect().top : 0)
}

document.addEventListener('click', handleClick)
document.addEventListener('change', () => tell('keep', ''))
window.addEventListener('message', (event) => {
  if (event.source === window.parent && typeof event.data.page === 'string')
    show(event.data.page, event.data.isStep === true)
})
tell('ready', '')
