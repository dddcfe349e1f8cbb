import type { Participant } from '@weerklank/core/relation/relation.contract'
import { expect, it } from 'vitest'
import { peopleInOrder } from './relation-people.ts'

const person = (name: string, voice: Participant['voice'], active = true) =>
  ({ id: name, name, voice, active }) as Participant

it('puts whom it is about first, then kin, professionals and partners, each in the order in which they came', () => {
  const { present, gone } = peopleInOrder([
    person('Noor', 'professional'),
    person('Fons', 'partner'),
    person('Samira', 'mother'),
    person('Piet', 'father', false),
    person('Lina', 'youth'),
    person('Farid', 'colleague'),
    person('Sem', 'child'),
  ])
  expect(present.map(({ name }) => name)).toEqual(['Lina', 'Sem', 'Samira', 'Noor', 'Farid', 'Fons'])
  expect(gone.map(({ name }) => name)).toEqual(['Piet'])
})
