import { MutationCache, QueryClient } from '@tanstack/react-query'

/**
 * One saved record changes the year's table, the roster, the to-do list: after every mutation all that is on screen is
 * read again. A mutation that changes nothing shown (the draft kept while typing) says `meta: { quiet: true }`.
 */
export function createQueryClient(): QueryClient {
  const queryClient: QueryClient = new QueryClient({
    mutationCache: new MutationCache({
      onSuccess: (_data, _variables, _context, mutation) =>
        mutation.meta?.quiet === true ? undefined : queryClient.invalidateQueries(),
    }),
    defaultOptions: {
      queries: { retry: false, staleTime: 2_000, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
  return queryClient
}
