import type { PlainOperation } from '../http/openapi.ts'

const page = { mediaType: 'text/html' }
const form = 'application/x-www-form-urlencoded'

/** The pages of a kiosk: for a browser, without script. */
export const kioskOperations: readonly PlainOperation[] = [
  {
    method: 'get',
    path: '/kiosk',
    summary:
      'The beginning of a kiosk: a field for a code. What was open there is shut, and nothing is left of it',
    answers: { 200: 'The page' },
    ...page,
  },
  {
    method: 'post',
    path: '/kiosk',
    summary: 'Opens the question of a code, once',
    answers: {
      303: 'The question, or back with what was wrong: the same for a wrong code, one over and one used',
    },
    accepts: form,
    ...page,
  },
  {
    method: 'get',
    path: '/kiosk/{token}',
    summary: 'The link that makes a device a kiosk; opening it changes nothing',
    answers: { 200: 'The page, also for a link that no longer works', 429: 'Too often' },
    parameters: ['token'],
    ...page,
  },
  {
    method: 'post',
    path: '/kiosk/{token}',
    summary: 'Makes this device a kiosk, once',
    answers: { 200: 'The link no longer works', 303: 'It is a kiosk', 429: 'Too often' },
    parameters: ['token'],
    accepts: form,
    ...page,
  },
]
