import type { Command } from '../command.ts'

export const ratingCommand: Command = {
  name: 'rating',
  operands: [],
  options: ['year'],
  summary: '一年的达标创星依据和缺项',
  ledger: 'open',
  async run({ client, arguments: args }) {
    const { scheme, score, lines } = await client.rating.get({ year: args.year() })
    return {
      json: {
        scheme: { name: scheme.name, version: scheme.version, notice: scheme.notice },
        total: score.total,
        stars: score.stars,
        indicators: lines.map(({ code, points, proposed, reason, records, missing }) => ({
          code,
          points,
          proposed,
          reason,
          records: records.map(({ id }) => id),
          missing,
        })),
      },
      text: [
        scheme.notice,
        ...lines.map(({ code, name, points, proposed, reason }) => `${code} ${name}：${proposed ?? '—'} / ${points}  ${reason}`),
      ].join('\n'),
    }
  },
}
