import type { Listener } from '@weerklank/core/shared/spoken'

const nl = (u: string, yours: string) => ({
  title: 'Hoe vaak we vragen',
  none: `We vragen ${u} nu niets vanzelf.`,
  with: 'Met {names}',
  going: 'Af en toe komt er vanzelf een vraag.',
  paused: 'De vragen staan op pauze tot {day}.',
  stopped: 'Er komen geen vragen meer vanzelf.',
  free: `Kiezen mag altijd. Het verandert niets aan ${yours} hulp.`,
  pause: 'Pauze van 4 weken',
  stop: 'Helemaal stoppen',
  again: 'Weer vragen',
})

const english: ReturnType<typeof nl> = {
  title: 'How often we ask',
  none: 'We do not ask you anything by ourselves now.',
  with: 'With {names}',
  going: 'Now and then a question comes by itself.',
  paused: 'The questions pause until {day}.',
  stopped: 'No more questions come by themselves.',
  free: 'You may choose at any time. It changes nothing about your help.',
  pause: 'Pause for 4 weeks',
  stop: 'Stop altogether',
  again: 'Ask me again',
}

/** The words of this page; its title is also that of the way to it. */
export function ownPlanWords({ language, address }: Listener): typeof english {
  if (language === 'en') return english
  return address === 'u' ? nl('u', 'uw') : nl('je', 'je')
}
