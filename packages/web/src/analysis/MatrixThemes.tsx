import './matrix.css'
import { useQuery } from '@tanstack/react-query'
import type { Analysis } from '@weerklank/core/analysis/analysis.contract'
import { type MatrixKind, matrixKinds } from '@weerklank/core/analysis/matrix'
import type { MatrixData } from '@weerklank/core/analysis/pictures.contract'
import { themeMatrix } from '@weerklank/core/charts/theme-matrix'
import { matrixSentence } from '@weerklank/core/charts/theme-matrix-words'
import { useState } from 'react'
import { useLanguage, useText } from '../language/use-text.ts'
import { CheckboxField } from '../ui/CheckboxField.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { PageState } from '../ui/PageState.tsx'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { SvgPicture } from '../ui/SvgPicture.tsx'
import { MatrixCell, type OpenCell } from './MatrixCell.tsx'
import { MatrixGrid } from './MatrixGrid.tsx'
import { matrixText } from './matrix.text.ts'
import { columnWord, matrixPicture, shownMatrix } from './matrix-view.ts'
import { matrixQuery } from './pictures.queries.ts'
import { TickList } from './TickList.tsx'

/** The grid, the picture, and what stands behind a cell. */
export function MatrixThemes({ analysis }: { analysis: Analysis }) {
  const text = useText(matrixText)
  const [kind, setKind] = useState<MatrixKind>('voice')
  const [isTop, setTop] = useState(false)
  const query = useQuery(matrixQuery(analysis.id, kind))
  return (
    <div className="wk-stack wk-stack--wide">
      <div className="wk-matrix-choices wk-no-print">
        <RadioGroup
          id="naast"
          label={text.kind}
          value={kind}
          options={matrixKinds.map((value) => ({ value, label: text.kinds[value] }))}
          onChange={setKind}
        />
        {analysis.codes.some(({ parent }) => parent !== null) && (
          <CheckboxField id="onderthemas" label={text.top} checked={isTop} onChange={setTop} />
        )}
      </div>
      <PageState query={query}>
        {(data) => <Laid key={data.kind} analysis={analysis} data={data} rows={isTop ? 'top' : 'each'} />}
      </PageState>
    </div>
  )
}

type LaidProps = { analysis: Analysis; data: MatrixData; rows: 'each' | 'top' }

function Laid({ analysis, data, rows }: LaidProps) {
  const text = useText(matrixText)
  const language = useLanguage()
  const [hidden, setHidden] = useState<readonly string[]>([])
  const [open, setOpen] = useState<OpenCell | null>(null)
  const words = { language, unknown: text.unknownVoice }
  const matrix = shownMatrix(analysis, data, { ...words, rows, hidden })
  const head = { idPrefix: 'matrix', title: text.pictureTitle, lang: language, width: 900, of: data.kind }
  const picture = matrixPicture(matrix, { ...head, description: '' })
  const sentence = matrixSentence(picture)
  return (
    <>
      <p role="status">{sentence}</p>
      <MatrixGrid matrix={matrix} onOpen={setOpen} />
      <div className="wk-matrix-more">
        <Disclosure label={text.choose} className="wk-no-print">
          <TickList
            label={text.kinds[data.kind]}
            hint={text.chooseHint}
            options={data.columns.map((key) => ({ value: key, label: columnWord(data.kind, key, words) }))}
            chosen={data.columns.filter((key) => !hidden.includes(key))}
            onTick={(key, on) => setHidden(on ? hidden.filter((one) => one !== key) : [...hidden, key])}
          />
        </Disclosure>
        <Disclosure label={text.picture} className="wk-no-print">
          <SvgPicture svg={themeMatrix({ ...picture, description: sentence }).svg} />
        </Disclosure>
      </div>
      {open !== null && (
        <MatrixCell
          key={`${open.code} ${open.column}`}
          {...{ analysis, matrix, rows, open }}
          kind={data.kind}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  )
}
