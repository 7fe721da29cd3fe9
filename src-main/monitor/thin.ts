/** At most so many points: neighbours are joined to the mean of both coordinates. Order is kept. */
export function thin(points: readonly [at: number, value: number][], maxPoints: number): [number, number][] {
  if (points.length <= maxPoints) return points.map(([at, value]) => [at, value])
  const size = points.length / maxPoints
  return Array.from({ length: maxPoints }, (_, index) => {
    const group = points.slice(Math.floor(index * size), Math.floor((index + 1) * size))
    const sum = group.reduce(([a, b], [at, value]) => [a + at, b + value], [0, 0])
    return [sum[0] / group.length, sum[1] / group.length]
  })
}
