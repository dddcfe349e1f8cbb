import type { analysisEndpoints } from '@weerklank/core/analysis/analysis.contract'
import type { Sent } from '../api/client.ts'
import type { Coding, CodingPatch, DocumentPages } from './workbook-cache.ts'

type Change = Sent<typeof analysisEndpoints.act>['body']['change']

/**
 * What a change of codings will come to, so that it is seen before the server has answered. Of any other change nothing is
 * guessed, nor of codings in a document that is not on the screen.
 */
export function guessedPatch(
  change: Change,
  documents: readonly DocumentPages[],
  by: { coder: string; at: string },
): CodingPatch {
  const pages = documents.flatMap((one) => one.pages)
  switch (change.kind) {
    case 'add-codings': {
      const codings = change.codings.flatMap((coding) => {
        const page = pages.find(({ passages }) => passages.some(({ id }) => id === coding.passage))
        return page === undefined
          ? []
          : [{ ...coding, ...by, document: page.document.id, sealed: false } as Coding]
      })
      return { codings, gone: [] }
    }
    case 'remove-codings':
      return { codings: [], gone: change.codings }
    case 'change-coding': {
      const { coding, code, start, end, weight } = change
      const found = pages.flatMap(({ codings }) => codings).find(({ id }) => id === coding)
      return {
        codings: found === undefined ? [] : [{ ...found, ...{ code, start, end, weight } } as Coding],
        gone: [],
      }
    }
    default:
      return { codings: [], gone: [] }
  }
}
