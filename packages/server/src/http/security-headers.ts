import { createHash } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'

const closed = ["default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"]

/** For everything that is no page (data, pictures, scripts): opened by itself it can do nothing. */
export const dataPolicy = [...closed, "form-action 'none'", 'sandbox'].join('; ')

/** A page may turn text into markup only by a policy of this name: the charts, drawn by our own functions. */
export const picturePolicyName = 'weerklank-picture'

/** A page may name the script that keeps the frame of the app only by a policy of this name (web: app/offline.ts). */
export const framePolicyName = 'weerklank-frame'

/**
 * The web app: scripts by the nonce of this one answer and what those load, our own styles and pictures, nothing inline,
 * nothing from elsewhere, and no text that becomes markup by accident.
 */
export function appPolicy(nonce: string): string {
  return [
    ...closed,
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    // The preview of a form, which is shut off from the page around it.
    "frame-src 'self'",
    "form-action 'self'",
    "require-trusted-types-for 'script'",
    `trusted-types ${picturePolicyName} ${framePolicyName}`,
  ].join('; ')
}

/** The script that keeps the frame of the app: it may ask our own server, and nothing else. */
export const framePolicy = [...closed, "connect-src 'self'"].join('; ')

/**
 * A page that the server writes itself: exactly its own style, and its own script if it has one, by their hashes. Nothing is
 * loaded, and no text becomes markup.
 */
export function writtenPagePolicy(of: { style: string; script?: string }): string {
  const run = of.script === undefined ? [] : [`script-src ${hashOf(of.script)}`, "connect-src 'self'"]
  return [
    ...closed,
    ...run,
    `style-src ${hashOf(of.style)}`,
    'img-src data:',
    "form-action 'self'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')
}

/** A page in a frame of ours may turn text into markup only by a policy of this name: the next page, told by the page around it. */
export const tryPolicyName = 'weerklank-try'

/**
 * A page of ours inside a frame of ours: as nobody (an origin of its own), nothing is loaded and nothing can be sent.
 */
export function shownPagePolicy(of: { style: string; script: string }): string {
  return [
    "default-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
    "form-action 'none'",
    `script-src ${hashOf(of.script)}`,
    `style-src ${hashOf(of.style)}`,
    'img-src data:',
    "require-trusted-types-for 'script'",
    `trusted-types ${tryPolicyName}`,
    'sandbox allow-scripts',
  ].join('; ')
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

/** What a page could ask of the phone, and never needs here. */
const refused = [
  ...['accelerometer', 'autoplay', 'bluetooth', 'camera', 'display-capture', 'encrypted-media', 'gamepad'],
  ...[
    'geolocation',
    'gyroscope',
    'hid',
    'idle-detection',
    'local-fonts',
    'magnetometer',
    'microphone',
    'midi',
  ],
  ...['payment', 'picture-in-picture', 'screen-wake-lock', 'serial', 'storage-access', 'usb', 'web-share'],
  ...['window-management', 'xr-spatial-tracking'],
]

/** What only our own pages may ask: a passkey, a copied link, a chart on the whole screen. */
const ours = ['publickey-credentials-create', 'publickey-credentials-get', 'clipboard-write', 'fullscreen']

export const permissionsPolicy = [
  ...refused.map((feature) => `${feature}=()`),
  ...ours.map((feature) => `${feature}=(self)`),
].join(', ')

/** Two years. Not for subdomains: those are not ours to decide about. */
const strictTransport = 'max-age=63072000'

/** Headers of every answer. A page brings its own Content-Security-Policy and keeps it. */
export function securityHeaders(publicUrl: string): MiddlewareHandler {
  const behindTls = new URL(publicUrl).protocol === 'https:'
  return async (c, next) => {
    await next()
    const headers = c.res.headers
    if (!headers.has('Content-Security-Policy')) headers.set('Content-Security-Policy', dataPolicy)
    headers.set('X-Content-Type-Options', 'nosniff')
    // Only what is shown in a frame of our own says otherwise.
    if (!headers.has('X-Frame-Options')) headers.set('X-Frame-Options', 'DENY')
    // A check link is a secret in the address: no page may tell another site where it came from.
    headers.set('Referrer-Policy', 'no-referrer')
    headers.set('Cross-Origin-Opener-Policy', 'same-origin')
    headers.set('Cross-Origin-Resource-Policy', 'same-origin')
    headers.set('Permissions-Policy', permissionsPolicy)
    if (behindTls) headers.set('Strict-Transport-Security', strictTransport)
  }
}
