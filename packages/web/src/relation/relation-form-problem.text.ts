import { sentenceStart } from '@weerklank/core/shared/sentence-start'
import { dictionary } from '../language/dictionary.ts'
import type { FieldName, Problem } from './relation-form.check.ts'

/** `who`: the name of the person whose row it is, or "persoon 2". */
const fieldNl: Record<FieldName, (who: string) => string> = {
  title: () => 'de naam van de samenwerking',
  participants: () => 'wie er meedoen',
  name: (who) => `de naam van ${who}`,
  member: (who) => `welke collega ${who} is`,
  voice: (who) => `wie ${who} is`,
  detail: (who) => `leeftijd of organisatie van ${who}`,
  kind: () => 'de soort samenwerking',
  context: () => 'waar het om gaat',
  situation: () => 'de situatie',
  purpose: () => 'wat jullie samen willen',
  checkEveryDays: () => 'hoe vaak je het vraagt',
}

const missingNl: Record<FieldName, (who: string) => string> = {
  title: () => 'Geef de samenwerking een naam, bijvoorbeeld ‘Lina en Samira’',
  participants: () => 'Voeg iemand toe met wie je samenwerkt',
  name: (who) => `Vul een naam in voor ${who}`,
  member: (who) => `Kies welke collega ${who} is`,
  voice: (who) => `Kies wie ${who} is, bijvoorbeeld moeder of collega`,
  detail: (who) => `Vul leeftijd of organisatie in van ${who}`,
  kind: () => 'Kies welke soort samenwerking het is',
  context: () => 'Kies waar het om gaat',
  situation: () => 'Kies in welke situatie jullie samenwerken',
  purpose: () => 'Vul in wat jullie samen willen',
  checkEveryDays: () => 'Kies hoe vaak je wilt vragen hoe het was',
}

const fieldEn: Record<FieldName, (who: string) => string> = {
  title: () => 'the name of the collaboration',
  participants: () => 'who takes part',
  name: (who) => `the name of ${who}`,
  member: (who) => `which colleague ${who} is`,
  voice: (who) => `who ${who} is`,
  detail: (who) => `age or organisation of ${who}`,
  kind: () => 'the kind of collaboration',
  context: () => 'what it is about',
  situation: () => 'the situation',
  purpose: () => 'what you want together',
  checkEveryDays: () => 'how often you ask',
}

const missingEn: Record<FieldName, (who: string) => string> = {
  title: () => 'Give the collaboration a name, for example ‘Lina and Samira’',
  participants: () => 'Add someone you work with',
  name: (who) => `Fill in a name for ${who}`,
  member: (who) => `Choose which colleague ${who} is`,
  voice: (who) => `Choose who ${who} is, for example mother or colleague`,
  detail: (who) => `Fill in age or organisation of ${who}`,
  kind: () => 'Choose which kind of collaboration it is',
  context: () => 'Choose what it is about',
  situation: () => 'Choose in which situation you work together',
  purpose: () => 'Fill in what you want together',
  checkEveryDays: () => 'Choose how often you want to ask how it was',
}

export const problemText = dictionary({
  nl: {
    personNumber: (number: number) => `persoon ${number}`,
    problem: ({ field, code, length, max }: Problem, who: string): string => {
      const name = fieldNl[field](who)
      switch (code) {
        case 'missing':
          return missingNl[field](who)
        case 'too-long':
          return `Maak ${name} korter: nu ${length} tekens, er passen er ${max}`
        case 'too-many':
          return `Er passen hoogstens ${max} mensen in één samenwerking, nu zijn het er ${length}`
        case 'doubled':
          return field === 'member' ? `${sentenceStart(who)} doet al mee` : 'Iemand staat er twee keer in'
        case 'no-number':
          return 'Vul een heel getal in van 1 tot en met 365'
        case 'unreadable':
          return `Typ ${name} opnieuw: er staat een teken in dat we niet kunnen bewaren`
        case 'unclear':
          return `Kijk ${name} na: dit konden we zo niet bewaren`
      }
    },
  },
  en: {
    personNumber: (number: number) => `person ${number}`,
    problem: ({ field, code, length, max }: Problem, who: string): string => {
      const name = fieldEn[field](who)
      switch (code) {
        case 'missing':
          return missingEn[field](who)
        case 'too-long':
          return `Make ${name} shorter: ${length} characters now, ${max} fit`
        case 'too-many':
          return `At most ${max} people fit in one collaboration, now there are ${length}`
        case 'doubled':
          return field === 'member' ? `${sentenceStart(who)} takes part already` : 'Someone is in it twice'
        case 'no-number':
          return 'Fill in a whole number from 1 to 365'
        case 'unreadable':
          return `Type ${name} again: there is a character in it that we cannot keep`
        case 'unclear':
          return `Look at ${name} again: we could not keep it like this`
      }
    },
  },
})
