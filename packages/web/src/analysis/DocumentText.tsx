import './document-text.css'
import type { Caret } from '@weerklank/core/analysis/caret'
import type { PickedSpan } from '@weerklank/core/analysis/selection'
import { memo } from 'react'
import { useText } from '../language/use-text.ts'
import { Icon } from '../ui/Icon.tsx'
import type { CodeLooks } from './code-look.ts'
import { codingText } from './coding.text.ts'
import { byPassage, type DocumentLine, linesOf } from './passage-parts.ts'
import { Said } from './Said.tsx'
import type { Coding, DocumentPages, PassagePage } from './workbook-cache.ts'

type Props = {
  pages: DocumentPages
  looks: CodeLooks
  picked: readonly PickedSpan<string>[]
  caret: Caret<string> | null
  chosen: string | null
}

/**
 * All that was said in a document, below each other. Everything stays on the page, so that searching in it, reading aloud and
 * the order of the keyboard stay right; what is out of sight the browser does not lay out (document-text.css).
 */
export function DocumentText({ pages: { pages }, looks, picked, caret, chosen }: Props) {
  return (
    <div className="wk-document">
      {pages.map((page, at) => {
        const ids = idsOf(page.passages)
        const next = pages[at + 1]?.passages[0]?.ordinal ?? page.next ?? page.document.size
        return (
          <PageOfDocument
            key={page.passages[0]?.id ?? at}
            page={page}
            from={at === 0 ? 0 : firstPlace(page)}
            until={next}
            looks={looks}
            picked={only(picked, ids)}
            caret={caret !== null && ids.has(caret.head.passage) ? caret : null}
            chosen={page.codings.some(({ id }) => id === chosen) ? chosen : null}
          />
        )
      })}
    </div>
  )
}

function firstPlace(page: PassagePage): number {
  return page.passages[0]?.ordinal ?? 0
}

const idsKept = new WeakMap<PassagePage['passages'], ReadonlySet<string>>()

/** Which passages are on a page: worked out once for each page that was fetched. */
function idsOf(passages: PassagePage['passages']): ReadonlySet<string> {
  const found = idsKept.get(passages) ?? new Set<string>(passages.map(({ id }) => id))
  idsKept.set(passages, found)
  return found
}

const none: readonly PickedSpan<string>[] = []

/** Those on this page; the same empty list for each page without. */
function only(
  picked: readonly PickedSpan<string>[],
  ids: ReadonlySet<string>,
): readonly PickedSpan<string>[] {
  const here = picked.filter(({ passage }) => ids.has(passage))
  return here.length === 0 ? none : here
}

type PageProps = Omit<Props, 'pages'> & { page: PassagePage; from: number; until: number }

const PageOfDocument = memo(function PageOfDocument({ page, from, until, ...drawn }: PageProps) {
  const codings = byPassage(page.codings)
  const lines = linesOf(page.passages, from, until)
  return chunks(lines).map((chunk) => (
    <div key={keyOf(chunk[0])} className="wk-document__chunk">
      {chunk.map((line) =>
        line.kind === 'gap' ? (
          <Gap key={keyOf(line)} />
        ) : (
          <Line
            key={line.passage.id}
            line={line}
            codings={codings.get(line.passage.id) ?? noCodings}
            {...drawn}
          />
        ),
      )}
    </div>
  ))
})

const noCodings: readonly Coding[] = []
const inOneChunk = 12

function chunks(lines: readonly DocumentLine[]): DocumentLine[][] {
  const found: DocumentLine[][] = []
  for (let at = 0; at < lines.length; at += inOneChunk) found.push(lines.slice(at, at + inOneChunk))
  return found
}

function keyOf(line: DocumentLine | undefined): string {
  if (line === undefined) return 'none'
  return line.kind === 'gap' ? `gap-${line.after}` : line.passage.id
}

type LineProps = Omit<Props, 'pages'> & {
  line: Extract<DocumentLine, { kind: 'passage' }>
  codings: readonly Coding[]
}

function Line({ line: { passage }, codings, looks, picked, caret, chosen }: LineProps) {
  const caretHere = caret?.head.passage === passage.id ? caret.head.at : undefined
  return (
    <Said
      passage={passage}
      codings={codings}
      looks={looks}
      picked={picked.find((span) => span.passage === passage.id)}
      caret={caretHere}
      chosen={codings.some(({ id }) => id === chosen) ? chosen : null}
    />
  )
}

function Gap() {
  const text = useText(codingText)
  return (
    <p className="wk-said-gap">
      <Icon name="lock" />
      {text.gap}
    </p>
  )
}
