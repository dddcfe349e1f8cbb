import type { PlainOperation } from '../../http/openapi.ts'

const gone = { 404: 'Unknown link', 410: 'Expired or ended link' }
const posted = {
  ...gone,
  303: 'Kept: see the page that says so',
  400: 'Not readable',
  413: 'Too large',
  415: 'No form',
  422: 'Something can be mended: the page again with what',
  503: 'Try again; nothing was changed',
}

function post(below: string, summary: string, parameters: readonly string[] = []): PlainOperation {
  return {
    ...{ method: 'post', path: `/g/{token}/na${below}`, summary, answers: posted, mediaType: 'text/html' },
    ...{ parameters: ['token', ...parameters], accepts: 'application/x-www-form-urlencoded' },
  }
}

/** What comes after a meeting, by the link to one's place. */
export const guestAfterOperations: readonly PlainOperation[] = [
  {
    ...{ method: 'get', path: '/g/{token}/na', parameters: ['token'], mediaType: 'text/html' },
    summary: 'After a meeting: four questions, one’s own words, the minutes, what was agreed',
    answers: { 200: 'The page', ...gone },
  },
  post('', 'Answers to the four questions; the newest stand'),
  post('/terug', 'Takes back what one wrote'),
  post('/woorden/{quote}', 'Whether one’s own words may be shown elsewhere', ['quote']),
  post('/verslag', 'Whether the minutes are right'),
  post('/mail', 'Where one wants to be mailed afterwards'),
]
