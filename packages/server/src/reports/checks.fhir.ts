import type { Instrument } from '@weerklank/core/feedback/instrument'
import type { Language } from '@weerklank/core/shared/language'
import { say } from '@weerklank/core/shared/spoken'
import type { CheckRow } from './checks.read.ts'
import { checkWords } from './checks.text.ts'
import { drawingSvg } from './drawing.svg.ts'
import type { Chunks } from './table.ts'
import { utf8 } from './text-bytes.ts'

type Of = {
  instruments: readonly Instrument[]
  language: Language
  /** The address of this server, under which checks have their canonical names. */
  base: string
  rows: AsyncIterable<readonly CheckRow[]>
}

/**
 * Checks as a FHIR R4 Bundle of the kind `collection`: a Questionnaire for each version that was answered, then the
 * answers. People stand in it by an identifier and the name that is kept here, without a resource of their own.
 */
export async function* fhirOf({ instruments, language, base, rows }: Of): Chunks {
  const forms = instruments.map((one) => JSON.stringify({ resource: questionnaireOf(one, language, base) }))
  yield utf8(`{"resourceType":"Bundle","type":"collection","entry":[${forms.join(',\n')}`)
  const byVersion = new Map(instruments.map((one) => [`${one.id}@${one.version}`, one]))
  let isFirst = forms.length === 0
  for await (const batch of rows) {
    const entries = batch.map((row) => {
      const instrument = byVersion.get(`${row.instrument_id}@${row.instrument_version}`)
      const resource = responseOf(row, { instrument, language, base })
      return JSON.stringify({ fullUrl: `urn:uuid:${row.id}`, resource })
    })
    if (entries.length === 0) continue
    yield utf8(`${isFirst ? '' : ',\n'}${entries.join(',\n')}`)
    isFirst = false
  }
  yield utf8(']}\n')
}

const canonical = (base: string, id: string) => `${base}/checks/${id}`

/** A check as a Questionnaire: what a person was asked on its lines, and the words she could add. */
export function questionnaireOf(instrument: Instrument, language: Language, base: string): object {
  const listener = { language, address: 'u' } as const
  const { id, version, name, items, open, drawing } = instrument
  return {
    resourceType: 'Questionnaire',
    ...{ language, url: canonical(base, id), version: String(version), name: id.replaceAll('-', '_') },
    ...{ title: name[language], status: 'active' },
    item: [
      ...items.map((item) => ({ linkId: item.id, text: say(item.question, listener), type: 'decimal' })),
      ...(drawing ? [{ linkId: 'drawing', text: say(drawing.question, listener), type: 'attachment' }] : []),
      { linkId: 'open', text: say(open.question, listener), type: 'text' },
    ],
  }
}

type Form = { instrument: Instrument | undefined; language: Language; base: string }

function responseOf(row: CheckRow, { instrument, language, base }: Form): object {
  const value = `urn:uuid:${row.participant_id}`
  const answered = (instrument?.items ?? []).flatMap(({ id, label }) => {
    const answer = row.answers[id]
    return answer === undefined
      ? []
      : [{ linkId: id, text: label[language], answer: [{ valueDecimal: answer }] }]
  })
  const open = {
    linkId: 'open',
    text: checkWords[language].openText,
    answer: [{ valueString: row.open_text }],
  }
  const drawn = row.drawing === null ? [] : [drawingItem(row.drawing, language)]
  const said = row.open_text === '' ? [] : [open]
  return {
    resourceType: 'QuestionnaireResponse',
    ...{ id: row.id, language: row.language },
    questionnaire: `${canonical(base, row.instrument_id)}|${row.instrument_version}`,
    status: 'completed',
    subject: { identifier: { system: 'urn:ietf:rfc:3986', value }, display: row.name },
    authored: row.answered_at,
    item: [...answered, ...drawn, ...said],
  }
}

/** A drawing goes along whole, as a picture that any program shows. */
function drawingItem(path: string, language: Language): object {
  const { drawing } = checkWords[language]
  const data = Buffer.from(drawingSvg(path)).toString('base64')
  const attachment = { contentType: 'image/svg+xml', title: drawing, data }
  return { linkId: 'drawing', text: drawing, answer: [{ valueAttachment: attachment }] }
}
