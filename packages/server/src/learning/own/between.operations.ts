import type { PlainOperation } from '../../http/openapi.ts'

const gone = { 404: 'Unknown link', 410: 'Expired or ended link' }

function page(below: string, summary: string, mediaType = 'text/html'): PlainOperation {
  return {
    ...{ method: 'get', path: `/l/{token}/tussendoor${below}`, parameters: ['token'], mediaType, summary },
    answers: { 200: mediaType === 'text/html' ? 'The page' : 'The file', ...gone },
  }
}

function post(below: string, summary: string): PlainOperation {
  return {
    ...{ method: 'post', path: `/l/{token}/tussendoor${below}`, parameters: ['token'], summary },
    ...{ mediaType: 'text/html', accepts: 'application/x-www-form-urlencoded' },
    answers: { 303: 'Kept: see the page that says so', 404: 'Unknown link', 503: 'Try again' },
  }
}

/** What comes between the meetings of a trajectory, by a learner's own link. */
export const ownBetweenOperations: readonly PlainOperation[] = [
  page('', 'The cards between the meetings, and whether one wants more'),
  page('/niet-meer', 'Whether one wants no more cards; works with a link that expired too'),
  post(
    '/niet-meer',
    'Wants no more cards, at once and of every trajectory; a mail program may post it (RFC 8058)',
  ),
  post('/aan', 'Wants cards again'),
  {
    ...post('/werk', 'How one’s work is, in three choices'),
    answers: {
      303: 'Kept',
      404: 'Unknown link',
      410: 'Expired link',
      422: 'Something can be mended',
      503: 'Try again',
    },
  },
  page('/pakket', 'Sheets for one’s colleagues'),
  page('/pakket.pdf', 'The same to print', 'application/pdf'),
]
