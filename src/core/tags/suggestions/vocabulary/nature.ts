/** Animals, plants, land and sky: groups of words with commas between them, the commonest of each first. */
export const nature: readonly string[] = [
  // Pets and farm animals
  `dog, cat, horse, cow, puppy, kitten, sheep, pig, goat, chicken, rabbit, donkey, pony, foal, calf, lamb, piglet, rooster,
   hen, chick, duckling, turkey, hamster, guinea pig, goldfish, parrot, canary, budgerigar, cockatoo, sled dog, sheepdog,
   greyhound, poodle, bulldog, dachshund, golden retriever, German shepherd, husky, terrier, corgi, beagle, dalmatian,
   pug, chihuahua, tabby cat, black cat, Siamese cat, long-haired cat, bull, ox, mule, llama, alpaca, camel, mouse, rat,
   gerbil, ferret`,
  // Wild mammals
  `elephant, lion, bear, monkey, deer, tiger, zebra, giraffe, wolf, fox, squirrel, polar bear, panda, kangaroo, koala, gorilla,
   chimpanzee, orangutan, leopard, cheetah, jaguar, hippopotamus, rhinoceros, bison, buffalo, moose, reindeer, antelope,
   gazelle, hyena, raccoon, skunk, badger, otter, beaver, hedgehog, bat, mole, porcupine, sloth, armadillo, anteater,
   lemur, meerkat, mongoose, lynx, wild boar, chipmunk, opossum, ibex, yak, warthog, red panda, marmot, hare, baboon`,
  // Sea and river animals
  `fish, shark, dolphin, whale, seal, jellyfish, octopus, crab, starfish, sea lion, walrus, orca, lobster, shrimp, squid,
   seahorse, stingray, coral, sea urchin, clownfish, salmon, tuna, trout, carp, eel, pufferfish, sea anemone, sea turtle,
   manta ray, swordfish, catfish, koi, shoal of fish, barnacle, oyster, mussel, snail, slug, crayfish, seashell`,
  // Birds
  `bird, duck, eagle, owl, swan, seagull, pigeon, penguin, goose, crow, flamingo, peacock, hummingbird, sparrow, robin, heron,
   stork, pelican, ostrich, hawk, falcon, vulture, woodpecker, kingfisher, toucan, swallow, magpie, blue jay, cardinal,
   finch, starling, dove, crane bird, ibis, puffin, emu, pheasant, quail, cormorant, albatross, flock of birds,
   bird in flight, feather, nest, egg in a nest, birdhouse`,
  // Insects, reptiles and the like
  `butterfly, bee, spider, snake, frog, insect, lizard, turtle, ant, beetle, dragonfly, ladybird, moth, grasshopper, caterpillar,
   wasp, fly, mosquito, bumblebee, cricket, praying mantis, cockroach, cicada, firefly, tick, termite, aphid, scorpion,
   centipede, millipede, worm, crocodile, alligator, tortoise, iguana, chameleon, gecko, toad, newt, salamander, tadpole,
   cobra, python snake, rattlesnake, spider web, beehive, anthill, cocoon, larva, dinosaur, fossil, skeleton of an animal`,
  // Flowers and garden plants
  `flower, rose, tulip, sunflower, daisy, orchid, lily, bouquet, houseplant, cactus, lavender, poppy, dandelion, daffodil,
   cherry blossom, magnolia, hydrangea, peony, iris flower, carnation, chrysanthemum, dahlia, hibiscus, lotus, water lily,
   marigold, petunia, geranium, violet, pansy, crocus, snowdrop, bluebell, wisteria, jasmine, lilac, azalea, camellia,
   begonia, succulent, aloe, fern, ivy, moss, flower bed, flower bud, petal, seedling, sprout, bonsai, wreath, thistle`,
  // Trees, crops and fungi
  `tree, leaf, grass, forest, mushroom, palm tree, autumn leaves, bush, bamboo, pine tree, hedge, branch, tree trunk, bark,
   oak, birch, maple leaf, willow, cypress, olive tree, fir tree, pine cone, acorn, chestnut tree, bare tree, fallen tree,
   tree stump, driftwood, roots, vine, clover, reeds, seaweed, wheat field, corn field, rice paddy, sugar cane, cotton plant,
   hay bale, vineyard, orchard, lichen, toadstool, truffle, tree rings, dead leaves, weeds, thorns, seed, pollen`,
  // Land and water
  `mountain, beach, river, lake, sea, waterfall, desert, valley, island, cliff, hill, meadow, rocks, cave, canyon, glacier,
   volcano, lava, sand dune, coast, pond, stream, swamp, rapids, wave, iceberg, coral reef, lagoon, bay, delta, oasis,
   hot spring, geyser, crater, ravine, plateau, savanna, jungle, rainforest, tundra, steppe, riverbank, tide pool, pebbles,
   boulder, snowy mountain, mountain range, rolling hills, forest path, underwater, sea foam, mud, cracked earth, gravel,
   soil, quicksand, stalactite, natural arch, marsh, fjord`,
  // Sky, weather and light
  `sky, clouds, sunset, snow, rain, night, fog, sunrise, storm, lightning, rainbow, stars, moon, blue sky, full moon, milky way,
   aurora, ice, frost, icicle, tornado, hurricane, flood, drought, puddle, raindrops, hail, dew, mist, haze, smoke, fire,
   wildfire, sunbeam, sunlight, shadow, reflection, reflection in water, silhouette, lens flare, overcast sky, storm clouds,
   dusk, dawn, eclipse, comet, meteor, planet, galaxy, nebula, the sun, the earth from space, sandstorm, blizzard,
   avalanche, rainy street, snowfall, spring, summer, autumn, winter`,
]
