/**
 * What Mini knows by name: the kinds of thing that it has seen drawn, and the groups that they make. Another word of the
 * vocabulary means nothing to it. A test holds the list to what Mini was trained on (`scripts/mini/vocabulary.ts`).
 */
export const drawnWords = (): readonly string[] =>
  `car, truck, motorcycle, bicycle, bus, airplane, helicopter, sailboat, ship, train, rocket, tractor, hot air balloon,
   car door, scratched car door, person, cat, dog, bird, fish, rabbit, snake, butterfly, spider, turtle, elephant, duck,
   snail, bee, owl, document, book, chair, table, lamp, bed, clock, cup, bottle, key, umbrella, phone, laptop, television,
   envelope, camera, light bulb, candle, glasses, shoe, shirt, hat, backpack, gift, house, skyscraper, castle, church,
   bridge, lighthouse, windmill, tent, tree, palm tree, flower, sun, moon, cloud, mountain, leaf, mushroom, cactus,
   snowflake, rainbow, fire, lightning bolt, water drop, apple, banana, pizza, ice cream, cake, carrot, cherry, burger, egg,
   cheese, donut, watermelon, pear, strawberry, hammer, screwdriver, saw, wrench, scissors, axe, shovel, pencil, paintbrush,
   ladder, magnifying glass, arrow, check mark, question mark, exclamation mark, music note, flag, anchor, gear, crown,
   trophy, traffic light, circle, square, triangle, star, heart, diamond, hexagon, cross, vehicle, animal, building, food,
   tool, shape, symbol, fruit, insect, plant, furniture, clothing`.split(/,\s+/)
