/** What is eaten and drunk, and what it is made with; as of `nature`. */
export const food: readonly string[] = [
  // Fruit, nuts
  `apple, banana, orange, strawberry, grapes, lemon, watermelon, cherry, pear, peach, pineapple, mango, lime, kiwi, blueberry,
   raspberry, blackberry, plum, apricot, pomegranate, coconut, papaya, fig, avocado, grapefruit, melon, cranberry, currant,
   gooseberry, date fruit, lychee, passion fruit, dragon fruit, persimmon, quince, tangerine, fruit bowl, sliced fruit,
   rotten fruit, fruit on a tree, almond, walnut, peanut, hazelnut, cashew, pistachio, chestnut, raisins, dried fruit`,
  // Vegetables, herbs
  `tomato, carrot, potato, onion, broccoli, cucumber, bell pepper, lettuce, corn, cabbage, garlic, pumpkin, chili pepper, spinach,
   cauliflower, eggplant, zucchini, peas, beans, celery, radish, beetroot, asparagus, leek, artichoke, turnip, sweet potato,
   ginger, kale, Brussels sprouts, olives, green beans, lentils, chickpeas, okra, fennel, parsley, basil, mint, rosemary,
   thyme, coriander, vegetable garden, vegetables, basket of vegetables, pickles, bean sprouts, squash`,
  // Dishes
  `pizza, burger, salad, soup, sandwich, pasta, sushi, rice, noodles, steak, hot dog, french fries, taco, burrito, curry, stew,
   spaghetti, lasagna, dumplings, ramen, fried chicken, roast chicken, kebab, omelette, fried egg, scrambled eggs, boiled egg,
   pancakes, waffle, toast, porridge, breakfast cereal, oatmeal, casserole, meatballs, sausage, bacon, ham, ribs, meat,
   raw meat, minced meat, grilled fish, seafood, paella, risotto, quiche, pie, spring roll, falafel, hummus, nachos,
   tempura, dim sum, tofu, bento box, mashed potatoes, coleslaw, cheese, cheese platter, sauce, gravy, ketchup, mustard`,
  // Bread, cakes, sweets
  `bread, cake, cookie, chocolate, ice cream, birthday cake, donut, croissant, cupcake, muffin, candy, baguette, bagel, pretzel,
   bun, cheesecake, wedding cake, brownie, pudding, pastry, tart, macaron, gingerbread, biscuit, lollipop, marshmallow,
   jelly, jam, honey, peanut butter, popcorn, potato chips, crackers, tiramisu, cinnamon roll, apple pie, loaf of bread,
   slice of cake, whipped cream, sprinkles, yogurt, butter, cotton candy, frozen yogurt, popsicle, dough, flour, sugar`,
  // Drinks and eating
  `coffee, tea, water, beer, wine, juice, cocktail, milk, bottle, glass of water, cup of coffee, red wine, white wine, champagne,
   cappuccino, espresso, hot chocolate, smoothie, milkshake, lemonade, orange juice, soda, whisky, bottle of wine, bottled water,
   beer glass, can of drink, energy drink, iced tea, latte art, teapot, tea bag, coffee beans, ice cubes, drinking straw,
   breakfast, lunch, dinner, picnic, barbecue, buffet, fast food, dessert, snack, appetizer, plate of food, empty plate,
   leftovers, takeaway box, restaurant meal, table setting, cooking, baking, spices, salt, pepper, oil, vinegar, grocery shopping`,
]
