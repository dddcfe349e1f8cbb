import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { guestsEndpoints } from '@weerklank/core/access/guests.contract'
import type { membersEndpoints } from '@weerklank/core/access/members.contract'
import { call, type Sent } from '../api/client.ts'
import { keys } from '../api/keys.ts'
import { useRelationChange } from '../api/relation-change.ts'

type Endpoints = typeof membersEndpoints

function useChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.colleagues }),
  })
}

export function useInviteColleague() {
  return useChange((body: Sent<Endpoints['inviteColleague']>['body']) =>
    call<Endpoints['inviteColleague']>('POST', '/api/colleagues', { body }),
  )
}

type Change = { member: string; body: Sent<Endpoints['changeColleague']>['body'] }

export function useChangeColleague() {
  return useChange(({ member, body }: Change) =>
    call<Endpoints['changeColleague']>('PUT', '/api/colleagues/:member', { params: { member }, body }),
  )
}

export function useEndColleague() {
  return useChange((member: string) =>
    call<Endpoints['endColleague']>('DELETE', '/api/colleagues/:member', { params: { member } }),
  )
}

export function useInviteAgain() {
  return useChange((member: string) =>
    call<Endpoints['inviteColleagueAgain']>('POST', '/api/colleagues/:member/invitation', {
      params: { member },
    }),
  )
}

/** Lets someone of another organisation take part in one collaboration. */
export function useInviteGuest(relation: string) {
  return useRelationChange(relation, (body: Sent<typeof guestsEndpoints.inviteGuest>['body']) =>
    call<typeof guestsEndpoints.inviteGuest>('POST', '/api/relations/:relation/guests', {
      params: { relation },
      body,
    }),
  )
}
