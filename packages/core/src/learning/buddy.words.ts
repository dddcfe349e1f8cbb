import type { Bilingual, Language } from '../shared/language.ts'
import { fill } from '../shared/spoken.ts'
import type { DayPart, GoalTheme, HalfDay, Weekday } from './buddy.ts'
import type { PairWhy } from './pairing.why.ts'

const days: Readonly<Record<Weekday, Bilingual>> = {
  mo: { nl: 'maandag', en: 'Monday' },
  tu: { nl: 'dinsdag', en: 'Tuesday' },
  we: { nl: 'woensdag', en: 'Wednesday' },
  th: { nl: 'donderdag', en: 'Thursday' },
  fr: { nl: 'vrijdag', en: 'Friday' },
  sa: { nl: 'zaterdag', en: 'Saturday' },
  su: { nl: 'zondag', en: 'Sunday' },
}
const parts: Readonly<Record<DayPart, Bilingual>> = {
  morning: { nl: 'ochtend', en: 'morning' },
  afternoon: { nl: 'middag', en: 'afternoon' },
  evening: { nl: 'avond', en: 'evening' },
}
const themes: Readonly<Record<GoalTheme, Bilingual>> = {
  listening: { nl: 'echt luisteren', en: 'really listening' },
  judging: { nl: 'niet oordelen', en: 'not judging' },
  deciding: { nl: 'samen beslissen', en: 'deciding together' },
  youth: { nl: 'jongeren laten meepraten', en: 'letting young people have their say' },
  quarrels: { nl: 'ouders die ruzie hebben', en: 'parents who quarrel' },
  safety: { nl: 'praten over veiligheid', en: 'talking about safety' },
  boundaries: { nl: 'grenzen aangeven', en: 'setting limits' },
  power: { nl: 'verschil in macht', en: 'difference in power' },
  'own-story': { nl: 'de eigen ervaring inzetten', en: 'using one’s own experience' },
  feedback: { nl: 'vragen hoe het was', en: 'asking how it was' },
  colleagues: { nl: 'samenwerken met collega’s', en: 'working with colleagues' },
  organisation: {
    nl: 'iets veranderen in de eigen organisatie',
    en: 'changing something in one’s own organisation',
  },
}

/** A weekday, or a part of the day, on a screen. */
export const dayWord = (day: Weekday, language: Language) => days[day][language]
export const partWord = (part: DayPart, language: Language) => parts[part][language]

/** What somebody wants to learn about, as it stands on a screen. */
export const themeWord = (theme: GoalTheme, language: Language) => themes[theme][language]

/** `dinsdagochtend`, `Tuesday morning`. */
export function halfDayWord(halfDay: HalfDay, language: Language): string {
  const [day, part] = halfDay.split('-') as [Weekday, DayPart]
  const between = language === 'en' ? ' ' : ''
  return `${dayWord(day, language)}${between}${partWord(part, language)}`
}

const why = {
  crosses: {
    nl: 'De een kent hulp uit het eigen leven, de ander uit het werk.',
    en: 'One knows help from her own life, the other from her work.',
  },
  crossesThree: {
    nl: 'Jullie kennen hulp van twee kanten: uit het eigen leven en uit het werk.',
    en: 'You know help from two sides: from one’s own life and from work.',
  },
  functions: { nl: 'Jullie doen ander werk: {list}.', en: 'Your work differs: {list}.' },
  organisations: {
    nl: 'Jullie werken bij verschillende organisaties.',
    en: 'You work for different organisations.',
  },
  themes: { nl: 'Jullie willen allemaal leren over: {list}.', en: 'All of you want to learn about: {list}.' },
  themesTwo: {
    nl: 'Jullie willen allebei leren over: {list}.',
    en: 'Both of you want to learn about: {list}.',
  },
  hours: { nl: 'Jullie kunnen samen op {list}.', en: 'You are both free on {list}.' },
  hoursThree: { nl: 'Jullie kunnen samen op {list}.', en: 'All of you are free on {list}.' },
  online: { nl: 'Jullie kunnen elkaar online spreken.', en: 'You can talk online.' },
  region: { nl: 'Jullie zijn allebei in de buurt van {place}.', en: 'You are both near {place}.' },
  regionThree: { nl: 'Jullie zijn alle drie in de buurt van {place}.', en: 'All of you are near {place}.' },
  again: { nl: 'Jullie waren al eerder maatjes.', en: 'You were buddies before.' },
  plain: {
    nl: 'Er stond niets in de weg, en jullie kunnen van elkaar leren.',
    en: 'Nothing stood in the way, and you can learn from each other.',
  },
} satisfies Record<string, Bilingual>

const daysNamed = 3

/** "Why you two": what they share and in what they differ, in plain sentences; at least one. */
export function whyTogether(found: PairWhy, of: { members: number; language: Language }): string[] {
  const { members, language } = of
  const isTwo = members === 2
  const told = (text: Bilingual, values: Readonly<Record<string, string>> = {}) =>
    fill(text[language], values)
  const list = (items: readonly string[]) => listed(items, language)
  const place = found.region
  const lines = [
    found.crosses ? told(isTwo ? why.crosses : why.crossesThree) : null,
    found.functions.length > 1 ? told(why.functions, { list: list(found.functions) }) : null,
    found.organisations === members ? told(why.organisations) : null,
    found.themes.length > 0
      ? told(isTwo ? why.themesTwo : why.themes, {
          list: list(found.themes.map((one) => themeWord(one, language))),
        })
      : null,
    found.halfDays.length > 0
      ? told(isTwo ? why.hours : why.hoursThree, {
          list: list(found.halfDays.slice(0, daysNamed).map((one) => halfDayWord(one, language))),
        })
      : null,
    found.online ? told(why.online) : null,
    place === '' ? null : told(isTwo ? why.region : why.regionThree, { place }),
    found.again ? told(why.again) : null,
  ].filter((line) => line !== null)
  return lines.length === 0 ? [told(why.plain)] : lines
}

/** `a`, `a en b`, `a, b en c`. */
export function listed(items: readonly string[], language: Language): string {
  const and = language === 'en' ? ' and ' : ' en '
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')}${and}${items.at(-1) ?? ''}`
}
