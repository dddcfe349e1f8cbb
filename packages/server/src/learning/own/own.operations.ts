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
const page = { mediaType: 'text/html' } as const
const form = { ...page, accepts: 'application/x-www-form-urlencoded' } as const
const token = ['token']

function get(below: string, summary: string, parameters: readonly string[] = token): PlainOperation {
  return {
    ...{ method: 'get', path: `/l/{token}${below}`, summary, answers: { 200: 'The page', ...gone } },
    ...{ parameters, ...page },
  }
}

function post(below: string, summary: string, parameters: readonly string[] = token): PlainOperation {
  return {
    ...{ method: 'post', path: `/l/{token}${below}`, summary, answers: posted },
    ...{ parameters, ...form },
  }
}

/** A learner's own pages, by her link. */
export const ownLearningOperations: readonly PlainOperation[] = [
  get('', 'A learner’s first page: her goal, her buddy, what comes next, and what others see of her'),
  {
    ...get('/bewijs.pdf', 'Her certificate of participation: events and hours'),
    ...{ mediaType: 'application/pdf', answers: { 200: 'The file', ...gone } },
  },
  post('/nieuw', 'A new link in the place of this one, also when it expired'),
  get('/keuze/research', 'Whether what she hands in may be read by others'),
  post('/keuze/research', 'The same: a yes or a no'),
  get('/keuze/quotes-publish', 'Whether words of hers may be printed in a report'),
  post('/keuze/quotes-publish', 'The same: a yes or a no'),
  get('/uitspraken', 'Quotes of hers that somebody wants to print'),
  post('/uitspraken/{quote}', 'Yes, yes in other words, no, or taking a yes back', ['token', 'quote']),
  get('/doel', 'Her goals, with how each came about'),
  post('/doel', 'A new goal, or another in the place of one, with why'),
  get('/kaart/{card}', 'A card of the library that fits her goal, at her own level', ['token', 'card']),
  get('/moment/{moment}', 'The questions of a moment, or what she handed in', ['token', 'moment']),
  post('/moment/{moment}', 'A form that is handed in, once', ['token', 'moment']),
  get('/gezien', 'What others see of her: the very words and numbers'),
  post('/eigen', 'A link to her own page with all her choices'),
  get('/wissen', 'Whether she wants to erase all that she wrote'),
  post('/wissen', 'All that she wrote is gone, for herself and for others'),
]
