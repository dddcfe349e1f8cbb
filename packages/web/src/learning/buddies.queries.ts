import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { BuddyOutcome, BuddyRoom, buddyEndpoints } from '@weerklank/core/learning/buddy.contract'
import { call, type Sent } from '../api/client.ts'
import { trajectoryKeys } from './trajectory.queries.ts'

type Endpoints = typeof buddyEndpoints

/** Everything about buddies of one trajectory, for leads. */
export const buddiesQuery = (trajectory: string) =>
  queryOptions({
    queryKey: [...trajectoryKeys.one(trajectory), 'buddies'],
    queryFn: () =>
      call<Endpoints['getBuddies']>('GET', '/api/trajectories/:trajectory/buddies', {
        params: { trajectory },
      }),
  })

export const usePropose = (trajectory: string) =>
  useBuddyChange(trajectory, (body: Sent<Endpoints['proposeBuddies']>['body']) =>
    call<Endpoints['proposeBuddies']>('POST', '/api/trajectories/:trajectory/buddies/proposal', {
      params: { trajectory },
      body,
    }),
  )

export const useChangeProposal = (trajectory: string) =>
  useBuddyChange(trajectory, (body: Sent<Endpoints['changeProposal']>['body']) =>
    call<Endpoints['changeProposal']>('POST', '/api/trajectories/:trajectory/buddies/proposal/changes', {
      params: { trajectory },
      body,
    }),
  )

export const useFormBuddies = (trajectory: string) =>
  useBuddyChange(trajectory, (version: number) =>
    call<Endpoints['formBuddies']>('POST', '/api/trajectories/:trajectory/buddies/proposal/form', {
      params: { trajectory },
      body: { version },
    }),
  )

export const useDropProposal = (trajectory: string) =>
  useBuddyChange(trajectory, (version: number) =>
    call<Endpoints['dropProposal']>('POST', '/api/trajectories/:trajectory/buddies/proposal/drop', {
      params: { trajectory },
      body: { version },
    }),
  )

export const useGoOn = (trajectory: string, pair: string) =>
  useBuddyChange(trajectory, (body: Sent<Endpoints['goOnAfterStop']>['body']) =>
    call<Endpoints['goOnAfterStop']>('POST', '/api/trajectories/:trajectory/buddies/pairs/:pair/after-stop', {
      params: { trajectory, pair },
      body,
    }),
  )

export const useWriteTalked = (trajectory: string, pair: string) =>
  useBuddyChange(trajectory, (body: Sent<Endpoints['writeTalked']>['body']) =>
    call<Endpoints['writeTalked']>('PUT', '/api/trajectories/:trajectory/buddies/pairs/:pair/talked', {
      params: { trajectory, pair },
      body,
    }),
  )

export const useAddTie = (trajectory: string) =>
  useBuddyChange(trajectory, (body: Sent<Endpoints['addBuddyTie']>['body']) =>
    call<Endpoints['addBuddyTie']>('POST', '/api/trajectories/:trajectory/buddies/ties', {
      params: { trajectory },
      body,
    }),
  )

export const useRemoveTie = (trajectory: string) =>
  useBuddyChange(trajectory, (tie: string) =>
    call<Endpoints['removeBuddyTie']>('POST', '/api/trajectories/:trajectory/buddies/ties/:tie/remove', {
      params: { trajectory, tie },
      body: {},
    }),
  )

export const useWriteWish = (trajectory: string, learner: string) =>
  useBuddyChange(trajectory, (body: Sent<Endpoints['writeBuddyWish']>['body']) =>
    call<Endpoints['writeBuddyWish']>('PUT', '/api/trajectories/:trajectory/buddies/wishes/:learner', {
      params: { trajectory, learner },
      body,
    }),
  )

type Changed = { room: BuddyRoom; outcome: BuddyOutcome }

/** Each change answers with all there is now, and with what came of it. */
function useBuddyChange<Input>(trajectory: string, change: (input: Input) => Promise<Changed>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: ({ room }) => queryClient.setQueryData(buddiesQuery(trajectory).queryKey, room),
    // Somebody else may have been at it: what is shown then is what there is.
    onError: () => queryClient.invalidateQueries({ queryKey: buddiesQuery(trajectory).queryKey }),
  })
}
