import type { PlainOperation } from '../http/openapi.ts'

const lecture = { path: '/lezing/{token}', parameters: ['token'], mediaType: 'text/html' } as const

/** The anonymous questions after an open lecture, by the one link for everybody in the room. */
export const surveyOperations: readonly PlainOperation[] = [
  {
    ...{ ...lecture, method: 'get', summary: 'The questions after a lecture: the same page for everybody' },
    answers: { 200: 'The page', 404: 'Unknown link, or closed' },
  },
  {
    ...{
      ...lecture,
      method: 'post',
      summary: 'Counts an answer, without a name; one page of questions once',
    },
    accepts: 'application/x-www-form-urlencoded',
    answers: {
      200: 'Counted',
      400: 'Not readable',
      404: 'Unknown link, or closed',
      413: 'Too large',
      415: 'No form',
      422: 'Nothing to count yet, or something can be mended',
      503: 'Try again; nothing was counted',
    },
  },
]
