import type { PlainOperation } from '../../http/openapi.ts'

const gone = { 404: 'Unknown link or check', 410: 'Expired or ended link' }
const posted = { ...gone, 303: 'Done: see the page that says so', 503: 'Try again; nothing was changed' }
const page = { mediaType: 'text/html', parameters: ['token'] } as const
const ofCheck = { mediaType: 'text/html', parameters: ['token', 'check'] } as const
const form = { ...ofCheck, accepts: 'application/x-www-form-urlencoded' } as const

/** The checks of a team or network, by link. */
export const ownCheckOperations: readonly PlainOperation[] = [
  {
    ...{ method: 'get', path: '/n/{token}/check', answers: { 200: 'The page', ...gone }, ...page },
    summary: 'The checks of a team or network: what asks now, and what can be read',
  },
  {
    ...{ method: 'get', path: '/n/{token}/check/{check}', answers: { 200: 'The page', ...gone }, ...ofCheck },
    summary: 'One check: one’s own answer while it is shut, what came out once it is open',
  },
  {
    ...{ method: 'post', path: '/n/{token}/check/{check}', ...form },
    answers: { ...posted, 403: 'Not asked', 409: 'Not now', 422: 'Something can be mended' },
    summary: 'Answer, or change one’s answer while the check is shut',
  },
  {
    ...{ method: 'post', path: '/n/{token}/check/{check}/terug', answers: posted, ...form },
    summary: 'Take back one’s own answer',
  },
]
