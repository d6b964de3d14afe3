import type { MappedClass } from './category'

/**
 * Everything of ImageNet that drives, rides, flies or floats, and parts of it, each decided.
 *
 * [Note: cars and trucks] A _car_ is built to carry a few people on a road. A _truck_ is built to carry goods or
 * equipment, or stands on the chassis of one that is. Buses, rails, water, air, tracks, farm machines and
 * whatever has no motor are _other_: none of the six says what they are.
 */
export const vehicleClasses: readonly MappedClass[] = [
  [436, 'beach wagon', 'car'],
  [468, 'cab', 'car'],
  [511, 'convertible', 'car'],
  [609, 'jeep', 'car'],
  [627, 'limousine', 'car'],
  // A passenger van of nine to sixteen seats, nearer to a minivan than to a bus.
  [654, 'minibus', 'car'],
  [656, 'minivan', 'car'],
  [661, 'Model T', 'car'],
  [751, 'racer', 'car'],
  [817, 'sports car', 'car'],
  // Parts that are seen on the outside of a car: a photograph of a car shares its probability with them.
  [475, 'car mirror', 'car'],
  [479, 'car wheel', 'car'],
  [581, 'grille', 'car'],

  // A box or a large van behind a driver's cab.
  [407, 'ambulance', 'truck'],
  [555, 'fire engine', 'truck'],
  [569, 'garbage truck', 'truck'],
  // Lorry in front, tracks behind.
  [586, 'half track', 'truck'],
  [675, 'moving van', 'truck'],
  [717, 'pickup', 'truck'],
  // A panel van with a closed box, unlike the minibus.
  [734, 'police van', 'truck'],
  // Carries people, but as a house on the chassis of a truck.
  [757, 'recreational vehicle', 'truck'],
  // A truck with a plough in front of it.
  [803, 'snowplow', 'truck'],
  [864, 'tow truck', 'truck'],
  [867, 'trailer truck', 'truck'],

  // ImageNet has no motorcycle; a large one comes out as one of these two.
  [665, 'moped', 'motorcycle'],
  [670, 'motor scooter', 'motorcycle'],

  // Buses: neither car nor truck.
  [779, 'school bus', 'other'],
  [874, 'trolleybus', 'other'],

  // On rails. The passenger car is a railway coach.
  [466, 'bullet train', 'other'],
  [547, 'electric locomotive', 'other'],
  [565, 'freight car', 'other'],
  [705, 'passenger car', 'other'],
  [820, 'steam locomotive', 'other'],
  [829, 'streetcar', 'other'],

  // Not for the road.
  [408, 'amphibian', 'other'],
  [561, 'forklift', 'other'],
  [573, 'go-kart', 'other'],
  [575, 'golfcart', 'other'],
  [595, 'harvester', 'other'],
  [621, 'lawn mower', 'other'],
  // A house that was brought on wheels once.
  [660, 'mobile home', 'other'],
  [802, 'snowmobile', 'other'],
  [847, 'tank', 'other'],
  [856, 'thresher', 'other'],
  [866, 'tractor', 'other'],

  // Without a motor.
  [428, 'barrow', 'other'],
  [444, 'bicycle-built-for-two', 'other'],
  [450, 'bobsled', 'other'],
  [537, 'dogsled', 'other'],
  [603, 'horse cart', 'other'],
  [612, 'jinrikisha', 'other'],
  [671, 'mountain bike', 'other'],
  [690, 'oxcart', 'other'],
  [791, 'shopping cart', 'other'],
  [830, 'stretcher', 'other'],
  [870, 'tricycle', 'other'],
  [880, 'unicycle', 'other'],

  // In the air and above it.
  [404, 'airliner', 'other'],
  [405, 'airship', 'other'],
  [417, 'balloon', 'other'],
  [657, 'missile', 'other'],
  [744, 'projectile', 'other'],
  [812, 'space shuttle', 'other'],
  [895, 'warplane', 'other'],

  // On and under water. The pirate is a ship.
  [403, 'aircraft carrier', 'other'],
  [472, 'canoe', 'other'],
  [484, 'catamaran', 'other'],
  [510, 'container ship', 'other'],
  [554, 'fireboat', 'other'],
  [576, 'gondola', 'other'],
  [625, 'lifeboat', 'other'],
  [628, 'liner', 'other'],
  [724, 'pirate', 'other'],
  [780, 'schooner', 'other'],
  [814, 'speedboat', 'other'],
  [833, 'submarine', 'other'],
  [871, 'trimaran', 'other'],
  [913, 'wreck', 'other'],
  [914, 'yawl', 'other'],

  // Parts that bicycles, motorcycles and machines have too, or that are seen from inside.
  [518, 'crash helmet', 'other'],
  [535, 'disk brake', 'other'],
  [685, 'odometer', 'other'],
  [686, 'oil filter', 'other'],
  [785, 'seat belt', 'other'],

  // Of the road, and no vehicle.
  [517, 'crane', 'other'],
  [571, 'gas pump', 'other'],
  [704, 'parking meter', 'other'],
  [730, 'plow', 'other'],
  [919, 'street sign', 'other'],
  [920, 'traffic light', 'other'],
]
