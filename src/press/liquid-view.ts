/** The accessors of an object's class, as if they were the object's own. */
const ownAccessors: ProxyHandler<object> = {
  get: (item, key) => Reflect.get(item, key, item),
  getOwnPropertyDescriptor: (item, key) => {
    const accessor = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(item), key);
    if (!accessor?.get) return Reflect.getOwnPropertyDescriptor(item, key);
    return { configurable: true, enumerable: false, get: () => Reflect.get(item, key, item) };
  },
};

/** An object whose accessors Liquid reads too: it takes only what an object has of its own. Still an instance of its class. */
export function liquidView<Item extends object>(item: Item): Item {
  return new Proxy(item, ownAccessors) as Item;
}
