import type { PlainOperation } from '../../http/openapi.ts'

const gone = { 404: 'Unknown link', 410: 'Expired or withdrawn link' }
const parameters = ['token']

/** A meeting while it is held, for who came by a link: beside the endpoints for colleagues. */
export const guestLiveOperations: readonly PlainOperation[] = [
  {
    ...{ method: 'get', path: '/g/{token}/live', parameters, mediaType: 'text/html' },
    summary: 'A meeting that is held now: the step, the time left, whose turn it is, and what lies open',
    answers: { 200: 'The page; before the meeting began a page that waits', ...gone },
  },
  {
    ...{ method: 'post', path: '/g/{token}/live', parameters, mediaType: 'text/html' },
    summary:
      'A turn, a mark or a text, as a form. With `Accept: application/json` it says what became of it.',
    answers: {
      ...{ 200: 'What became of it (JSON)', 303: 'The page again', 400: 'Not readable', ...gone },
      ...{ 413: 'Too large', 415: 'No form', 422: 'Not understood', 503: 'Try again; nothing was changed' },
    },
    accepts: 'application/x-www-form-urlencoded',
  },
  {
    ...{ method: 'get', path: '/g/{token}/live/events', parameters, mediaType: 'text/event-stream' },
    summary: 'Server-sent events: `live` with the whole room, and what differs for this place',
    answers: { 200: 'The stream', ...gone },
  },
]

/** The same line for colleagues. */
export const meetingLiveOperations: readonly PlainOperation[] = [
  {
    ...{ method: 'get', path: '/api/meetings/{meeting}/live/events', parameters: ['meeting'] },
    ...{
      mediaType: 'text/event-stream',
      answers: { 200: 'The stream', 401: 'Not signed in', 404: 'Not at this table' },
    },
    summary: 'Server-sent events: `live` with the whole room, and what differs for this place',
  },
]
