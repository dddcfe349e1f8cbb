import type { Listener } from '@weerklank/core/shared/spoken'

const nl = (of: { u: string; wrote: string; yours: string; want: string; say: string }) => ({
  title: 'Wie mag er meekijken?',
  reads: `Wie meekijkt, leest ${of.yours} cijfers, wat opviel en wat is afgesproken.`,
  not: `Wat ${of.u} zelf ${of.wrote}, leest die persoon niet.`,
  may: '{name} mag meekijken tot en met {day}.',
  might: '{name} mocht meekijken van {since} tot en met {day}.',
  asked: '{from} vroeg dit. De vraag was:',
  stop: `${of.want} dit niet? ${of.say} het tegen ${of.yours} hulpverlener.`,
})

const english: ReturnType<typeof nl> = {
  title: 'Who may look along?',
  reads: 'Whoever looks along reads your numbers, what stood out and what was agreed.',
  not: 'What you wrote yourself, that person does not read.',
  may: '{name} may look along until {day}.',
  might: '{name} could look along from {since} until {day}.',
  asked: '{from} asked for this. The question was:',
  stop: 'You do not want this? Tell your care worker.',
}

const toU = nl({ u: 'u', wrote: 'schreef', yours: 'uw', want: 'Wilt u', say: 'Zeg' })
const toJe = nl({ u: 'je', wrote: 'schreef', yours: 'je', want: 'Wil je', say: 'Zeg' })

/** Who may look along, as her own page says it. */
export function lookingAlongWords({ language, address }: Listener): typeof english {
  if (language === 'en') return english
  return address === 'u' ? toU : toJe
}
