/**
 * Keeps the frame of the app on the device of whoever works with it, so that it opens without a connection and says so. Never
 * anything of her work: what the server answers under /api is not looked at here. Only pages of the app are; links of
 * respondents, own pages and kiosks pass by untouched.
 *
 * With a connection each page comes from the server, so that no old version stays. What is kept is one whole version: the
 * page and the files that it names.
 */
const prefix = 'weerklank-frame-'
const pages =
  /^\/($|(account|beheer|inloggen|intervisie|koppelingen|logboek|onderzoek|peilingen|samenwerkingen|spoed|vragenlijsten)(\/|$))/
const named = /\/assets\/[\w.-]+/g

self.addEventListener('install', (event) => {
  self.skipWaiting()
  event.waitUntil(fetch('/inloggen').then(keep))
})

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (request.mode === 'navigate') {
    if (pages.test(url.pathname)) event.respondWith(page(event))
  } else if (url.pathname.startsWith('/assets/')) {
    event.respondWith(asset(request))
  }
})

/** From the server; without a connection the frame that is kept. What the server says, also that it cannot, is not replaced. */
async function page(event) {
  try {
    const answer = await fetch(event.request)
    if (answer.ok && !answer.redirected) event.waitUntil(keep(answer.clone()).catch(() => undefined))
    return answer
  } catch (error) {
    const kept = await whole()
    if (kept === undefined) throw error
    return kept
  }
}

/** Files with the mark of their content in their name: the same name is the same file. */
async function asset(request) {
  return (await caches.match(request)) ?? fetch(request)
}

/** Keeps one version whole, and drops the one before only when all of it is there. */
async function keep(answer) {
  if (!/^text\/html/.test(answer.headers.get('content-type') ?? '')) return
  const files = [...new Set((await answer.clone().text()).match(named) ?? [])].sort()
  const name = prefix + (await fingerprint(files.join()))
  if (files.length === 0) return
  if ((await caches.match('/', { cacheName: name })) === undefined) {
    const cache = await caches.open(name)
    try {
      await cache.addAll(files)
      await cache.put('/', answer)
    } catch (error) {
      await caches.delete(name)
      throw error
    }
  }
  const others = (await caches.keys()).filter((one) => one.startsWith(prefix) && one !== name)
  await Promise.all(others.map((one) => caches.delete(one)))
}

/** The page of a version of which all files are there: it is put last. */
async function whole() {
  for (const name of (await caches.keys()).filter((one) => one.startsWith(prefix))) {
    const kept = await caches.match('/', { cacheName: name })
    if (kept !== undefined) return kept
  }
  return undefined
}

async function fingerprint(text) {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return [...bytes.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
