import type { Maker } from './fhir.made.factory.ts'

type Item = Record<string, unknown>
const core = 'http://hl7.org/fhir/StructureDefinition/'

const values = {
  string: (at: number) => ({ valueString: `s${at}` }),
  integer: (at: number) => ({ valueInteger: at }),
  date: (at: number) => ({ valueDate: `20${10 + at}-01-0${1 + (at % 9)}` }),
  time: (at: number) => ({ valueTime: `1${at % 10}:00:00` }),
}

/** Choices as forms name them: themselves, in a set inside, or in one elsewhere. `inside` makes what may stand in each. */
export function optionsOf(
  m: Maker,
  kind: 'coding' | keyof typeof values,
  inside: (chance: number) => Item,
): Item {
  if (kind !== 'coding') {
    const count = 2 + m.int(4)
    return {
      answerOption: Array.from({ length: count }, (_, at) => ({
        ...values[kind](at),
        ...inside(0.05),
        ...(m.chance(0.03) && { [`_${Object.keys(values[kind](at))[0]}`]: inside(1) }),
      })),
    }
  }
  const way = m.int(10)
  if (way === 0) return { answerValueSet: `http://example.org/ValueSet/elsewhere-${m.int(3)}` }
  if (way < 4) return { answerValueSet: m.pick(['#composed', '#expanded', '#whole', '#both']) }
  const isWeighed = m.chance(0.5)
  return {
    answerOption: Array.from({ length: 2 + m.int(5) }, (_, at) => ({
      valueCoding: {
        ...{ system: 'urn:made', code: String.fromCharCode(97 + at), display: `${m.word()} ${at}` },
        ...inside(0.03),
        ...(m.chance(0.03) && { _display: inside(1) }),
      },
      ...(isWeighed ? { extension: [{ url: `${core}itemWeight`, valueDecimal: at }] } : inside(0.03)),
    })),
  }
}

/** Sets of choices of all kinds, as forms carry them along. */
export function valueSets(m: Maker): Item[] {
  const weight = (value: number) => ({ extension: [{ url: `${core}ordinalValue`, valueDecimal: value }] })
  const concept = ['a', 'b', 'c'].map((code, at) => ({ code, display: `${m.word()} ${at}`, ...weight(at) }))
  const set = (id: string, rest: Item) => ({ resourceType: 'ValueSet', id, status: 'active', ...rest })
  return [
    {
      resourceType: 'CodeSystem',
      id: 'codes',
      url: 'urn:codes',
      status: 'active',
      content: 'complete',
      concept,
    },
    set('composed', { compose: { include: [{ system: 'urn:made', concept }] } }),
    set('whole', { compose: { include: [{ system: 'urn:codes' }] } }),
    set('both', { compose: { include: [{ valueSet: ['#composed'] }, { valueSet: ['#whole'] }] } }),
    set('expanded', {
      expansion: {
        ...{ timestamp: '2026-01-01', total: 3 },
        contains: concept.map((one) => ({ system: 'urn:made', ...one })),
      },
    }),
  ]
}
