import type { PlainOperation } from '../../http/openapi.ts'

const gone = { 404: 'Unknown link', 410: 'Expired or ended link' }
const posted = {
  ...gone,
  303: 'Kept: see the page that says so',
  400: 'Not readable',
  409: 'The trajectory is over',
  413: 'Too large',
  415: 'No form',
  422: 'Something can be mended: the page again with what',
  503: 'Try again; nothing was changed',
}

function post(below: string, summary: string, parameters: readonly string[] = []): PlainOperation {
  return {
    ...{ method: 'post', path: `/l/{token}/maatje${below}`, summary, answers: posted },
    ...{ parameters: ['token', ...parameters], mediaType: 'text/html' },
    accepts: 'application/x-www-form-urlencoded',
  }
}

/** A learner and her buddy, by her own link. */
export const ownBuddyOperations: readonly PlainOperation[] = [
  {
    ...{ method: 'get', path: '/l/{token}/maatje', parameters: ['token'], mediaType: 'text/html' },
    summary: 'One’s buddy: who, why, three talks with their steps, and what suits oneself',
    answers: { 200: 'The page', ...gone },
  },
  {
    ...{ method: 'get', path: '/l/{token}/maatje/gesprek/{number}', parameters: ['token', 'number'] },
    ...{ mediaType: 'text/calendar', summary: 'One of the talks, for a calendar' },
    answers: { 200: 'The file', ...gone },
  },
  post('/wensen', 'What one wishes of a buddy'),
  post('/gesproken', 'That one met one’s buddy, with the day and nothing else'),
  post('/niet-gesproken', 'Takes back that one met on a day'),
  post('/liever-niet', 'With whom one asks not to be paired'),
  post('/liever-niet/{tie}/weg', 'Takes that back', ['tie']),
]
