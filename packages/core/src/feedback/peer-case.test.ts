import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { generalise } from '../shared/recognisable.ts'
import { type CaseSource, caseAtMost, peerCaseConcerns, peerCaseDraft } from './peer-case.ts'
import { ruptureMarkers, ruptureSteps } from './rupture.ts'

const names = ['Lina', 'Samira de Wit', 'Noor']
const nl = { names, language: 'nl' } as const

describe('generalise', () => {
  const rows: [string, string][] = [
    ['Lina viel stil toen Noor sprak.', '[naam] viel stil toen [naam] sprak.'],
    ['Zij is 9 jaar en woont in Arnhem.', 'Zij is [leeftijd] en woont in [plek of naam].'],
    ['Een negenjarige, haar broer is 14 jaar oud.', 'Een [leeftijd], haar broer is [leeftijd].'],
    ['Een 14-jarige zei het.', 'Een [leeftijd] zei het.'],
    ['Op 12 maart 2026 om 14:30 uur.', 'Op [dag] om [dag].'],
    ['Vorige dinsdag, op 3-4-2025 en in augustus.', 'Vorige [dag], op [dag] en in [dag].'],
    ['Ik mei niet zeggen wat ik wil.', 'Ik mei niet zeggen wat ik wil.'],
    ['Ze zit op De Regenboog in groep 6b.', 'Ze zit op [plek of naam] in groep [getal].'],
    ['We kwamen 12 keer langs.', 'We kwamen [getal] keer langs.'],
    ['Bel 06-12345678 of mail x@voorbeeld.nl.', 'Bel [telefoon] of mail [e-mail]'],
    ['Bij het MDO zei ze niets.', 'Bij het MDO zei ze niets.'],
    ['Stil. Daarna boos.', 'Stil. Daarna boos.'],
  ]
  it.each(rows)('%s', (text, expected) => {
    expect(generalise(text, nl).replace(/\.$/, '')).toBe(expected.replace(/\.$/, ''))
  })

  it('speaks English', () => {
    const of = { names, language: 'en' } as const
    expect(generalise('Lina, a 9 year old, left on Tuesday for York.', of)).toBe(
      '[name], a [age], left on [day] for [place or name].',
    )
  })

  const piece = fc.oneof(
    fc.constantFrom(
      'Lina',
      'samira',
      'Arnhem',
      '12 maart',
      '9 jaar',
      'in',
      'was',
      '.',
      '14:30',
      'De Wit',
      '6b',
    ),
    fc.string(),
  )
  const anyText = fc.array(piece).map((parts) => parts.join(' '))

  it('leaves no digit and no known name, whatever was written', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const left = generalise(text, nl)
        expect(left).not.toMatch(/[0-9]/)
        expect(left).not.toMatch(/(?<!\p{L})(?:lina|samira|noor)(?!\p{L})/iu)
      }),
    )
  })

  it('done again changes nothing', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = generalise(text, nl)
        expect(generalise(once, nl)).toBe(once)
      }),
    )
  })
})

describe('peerCaseDraft', () => {
  const source: CaseSource = {
    setting: ['Samenwerken met hulpvragers', 'Direct contact', 'Begeleiding'],
    kind: 'withdrawal',
    markers: ['W2'],
    text: 'Lina (9 jaar) viel stil na mijn voorstel.',
    steps: [
      { step: 'pause', text: '' },
      { step: 'invite', text: 'Ik vroeg Samira mee naar Zutphen.' },
    ],
    names,
  }

  it('tells where, what was noticed, what happened and what was done, of nobody', () => {
    expect(peerCaseDraft(source, 'nl')).toMatchInlineSnapshot(`
      "Casus voor intervisie

      Waar het speelt:
      Samenwerken met hulpvragers · Direct contact · Begeleiding

      Wat ik merkte:
      Iemand trekt zich terug; geeft heel korte antwoorden of valt stil

      Wat er gebeurde:
      [naam] ([leeftijd]) viel stil na mijn voorstel.

      Wat ik tot nu toe deed:
      - Uitnodigen: Ik vroeg [naam] mee naar [plek of naam].

      Mijn vraag aan de groep:
      …"
    `)
  })

  it('is never longer than can be kept', () => {
    const long = 'Lina was stil. '.repeat(300)
    const steps = ruptureSteps.map((step) => ({ step, text: long }))
    const most = peerCaseDraft({ ...source, markers: ruptureMarkers, text: long, steps }, 'nl')
    expect([...most].length).toBeLessThanOrEqual(caseAtMost)
  })

  it('says what may still point at somebody when its author wrote on', () => {
    expect(peerCaseDraft(source, 'nl')).toSatisfy(
      (text: string) => peerCaseConcerns(text, names).length === 0,
    )
    const written = 'Het was Lina van 9 jaar, dinsdag 12 maart, uit Arnhem. Lina was boos op Tim.'
    expect(peerCaseConcerns(written, names)).toEqual([
      { kind: 'name', word: 'Lina' },
      { kind: 'age', word: '9 jaar' },
      { kind: 'date', word: 'dinsdag' },
      { kind: 'date', word: '12 maart' },
      { kind: 'capital', word: 'Arnhem' },
      { kind: 'capital', word: 'Tim' },
    ])
  })
})
