import { describe, expect, it } from 'vitest'
import { exportQuestionnaire, questionnaireFrom } from './fhir.export.ts'
import { readingLevelUrl } from './fhir.extensions.ts'
import { importQuestionnaire } from './fhir.import.ts'
import { emptyForm } from './form.build.ts'
import type { FormModel } from './form.ts'

const form: FormModel = {
  ...emptyForm('Samenwerken', 'nl'),
  title: { text: 'Samenwerken', levels: { child: { text: 'Samen', translations: { tr: 'Birlikte' } } } },
  description: { text: 'Over luisteren.', levels: { professional: { text: 'Over afstemming.' } } },
  items: [
    {
      ...{ linkId: 'a', kind: 'choice' },
      text: {
        text: 'Luisteren we?',
        translations: { tr: 'Dinliyor muyuz?' },
        levels: { child: { text: 'Luister ik?' } },
      },
      help: { text: 'Denk aan vandaag.', levels: { child: { text: 'Vandaag.' } } },
      options: [
        {
          value: { kind: 'coding', value: { code: '1' } },
          text: { text: 'Nooit', levels: { child: { text: 'Nee' } } },
        },
      ],
    },
  ],
}
const wordsOf = (model: FormModel | null) => {
  const [item] = model?.items ?? []
  return [model?.title, model?.description, item?.text, item?.help, item?.options?.[0]?.text]
}
const meta = { id: 'x', versionId: '1', lastUpdated: '2026-11-22T10:00:00Z' }

describe('words of a reading level', () => {
  it.each(['4.0', '5.0'] as const)(
    'go along in FHIR %s under an address of ours, and come back',
    (version) => {
      const out = exportQuestionnaire({ source: null, model: form, fhirVersion: '4.0', meta }, version)
      const back = importQuestionnaire(out, { fhirVersion: version })
      expect(wordsOf(back.model)).toEqual(wordsOf(form))
      expect(back.report).toEqual([])
      // What came in is given out again to the letter.
      const stored = { source: back.source, model: form, fhirVersion: version, meta }
      expect(exportQuestionnaire(stored, version)).toEqual(out)
    },
  )
  it('that cannot be read are told, and stay in what is given out', () => {
    const broken = (...extension: object[]) => ({ url: readingLevelUrl, extension })
    const level = { url: 'level', valueCode: 'wizard' }
    const content = { url: 'content', valueString: 'Abracadabra' }
    const source = {
      ...questionnaireFrom({ ...form, items: [] }),
      _title: { extension: [broken(level, content)] },
      item: [
        { linkId: 'a', type: 'string', text: 'Hoe?', _text: { extension: [broken(content)] } },
        {
          ...{ linkId: 'b', type: 'choice', text: 'Wat?' },
          answerOption: [
            { valueCoding: { code: '1', display: 'Ja', _display: { extension: [broken(level)] } } },
            { valueString: 'Nee', _valueString: { extension: [broken(level, content)] } },
          ],
        },
      ],
    }
    const { model, report, source: kept } = importQuestionnaire(source)
    expect(model?.title).toEqual({ text: 'Samenwerken' })
    const told = report.filter(({ args }) => args?.includes(readingLevelUrl))
    expect(told.map(({ kind, at }) => `${kind} ${at}`)).toEqual([
      'not-used Questionnaire.item[0].text.extension',
      'not-used Questionnaire.item[1].answerOption[0].valueCoding._display',
      'not-used Questionnaire.item[1].answerOption[1]',
      'not-used Questionnaire.title.extension',
    ])
    expect(kept).toEqual(source)
  })
})
