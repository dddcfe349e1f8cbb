import type { PlainOperation } from '../../http/openapi.ts'

const page = { parameters: ['token'], mediaType: 'text/html' }
const accepts = 'application/x-www-form-urlencoded'

/** The pages of a form behind a link, for the OpenAPI document. */
export const formPageOperations: readonly PlainOperation[] = [
  {
    method: 'get',
    path: '/v/{token}',
    summary: 'A form in parts (?deel=2), what was filled in to look over (?deel=kijk), or what was sent',
    answers: {
      200: 'The page',
      404: 'Unknown link',
      410: 'Expired or withdrawn link, with what can be done',
    },
    ...page,
  },
  {
    method: 'post',
    path: '/v/{token}',
    summary: 'Keeps one part of a form, or sends it all in',
    answers: {
      204: 'Kept while the page was left',
      303: 'Kept or sent: see the page',
      400: 'Not readable',
      404: 'Unknown link',
      410: 'Withdrawn link',
      413: 'Too large',
      415: 'No form',
      422: 'Something can be mended: the page again with what',
      503: 'Try again; nothing is lost',
    },
    accepts,
    ...page,
  },
  {
    method: 'get',
    path: '/v/{token}/not-now',
    summary: 'Not taking part now: nothing is sent, the link stays',
    answers: { 200: 'The page', 404: 'Unknown link', 410: 'Expired or withdrawn link' },
    ...page,
  },
  {
    method: 'post',
    path: '/v/{token}/renew',
    summary: 'The respondent makes herself a new link to a form for an expired one',
    answers: { 303: 'The new link', 404: 'Unknown link', 429: 'Renewed too often' },
    ...page,
  },
  {
    method: 'get',
    path: '/v/{token}/vragen',
    summary: 'How often she is asked by itself, also by a link that is over, and pausing or stopping that',
    answers: { 200: 'The page', 404: 'Unknown link' },
    ...page,
  },
  {
    method: 'post',
    path: '/v/{token}/vragen',
    summary: 'Pauses, stops or takes up again what is asked by itself',
    answers: { 303: 'Done: see the page', 404: 'Unknown link' },
    accepts,
    ...page,
  },
]
