import { describeSnippets } from "../evaluate/evaluate.ts";

describeSnippets("Classes", ({ behavesLikeJavaScript }) => {
    behavesLikeJavaScript(
        "have fields, a constructor and methods",
        `
        class Point {
            label = "p";
            constructor(public x: number, readonly y: number) {}
            add(other: Point) { return new Point(this.x + other.x, this.y + other.y); }
        }
        const sum = new Point(1, 2).add(new Point(3, 4));
        export const result = [sum.x, sum.y, sum.label, sum];
        `,
    );
    behavesLikeJavaScript(
        "inherit methods and call those of the base",
        `
        class Base {
            constructor(protected name: string) {}
            describe() { return "base " + this.name; }
            kind() { return "B"; }
        }
        class Derived extends Base {
            extra = 1;
            constructor(name: string) { super(name + "!"); }
            override describe() { return "derived " + super.describe() + this.kind() + this.extra.toString(); }
        }
        class Third extends Derived { override kind() { return "T"; } }
        const all: Base[] = [new Base("x"), new Derived("y"), new Third("z")];
        export const result = all.map((item) => item.describe());
        `,
    );
    behavesLikeJavaScript(
        "pass the arguments on where a derived class has no constructor",
        `
        class A { list: number[]; constructor(...list: number[]) { this.list = list; } }
        class B extends A { size() { return this.list.length; } }
        export const result = [new B(1, 2, 3).size(), new B().size()];
        `,
    );
    behavesLikeJavaScript(
        "fields of a derived class are set after the base's constructor ran",
        `
        class A { seen: string; constructor() { this.seen = this.name(); } name() { return "a"; } }
        class B extends A { suffix = "!"; override name() { return "b" + (this.suffix ?? "?"); } }
        export const result = [new A().seen, new B().seen];
        `,
    );
    behavesLikeJavaScript(
        "have getters and setters, also inherited ones",
        `
        class Temperature {
            private celsius = 0;
            get fahrenheit() { return this.celsius * 2 + 32; }
            set fahrenheit(f: number) { this.celsius = (f - 32) / 2; }
        }
        class Warm extends Temperature { constructor() { super(); this.fahrenheit = 52; } }
        const t = new Temperature();
        t.fahrenheit = 42;
        t.fahrenheit += 2;
        export const result = [t.fahrenheit, new Warm().fahrenheit];
        `,
    );
    behavesLikeJavaScript(
        "have static members",
        `
        class Registry {
            static count = 0;
            static readonly names: string[] = [];
            static add(name: string) { Registry.count++; this.names.push(name); return Registry; }
        }
        Registry.add("a").add("b");
        class Sub extends Registry { static twice() { return this.count * 2; } }
        export const result = [Registry.count, Registry.names, Sub.twice()];
        `,
    );
    behavesLikeJavaScript(
        "know their instances",
        `
        class A {}
        class B extends A {}
        class C {}
        const values: unknown[] = [new A(), new B(), new C()];
        export const result = values.map((value) => [value instanceof A, value instanceof B]);
        `,
    );
    behavesLikeJavaScript(
        "may be abstract",
        `
        abstract class Shape { abstract area(): number; double() { return this.area() * 2; } }
        class Square extends Shape { constructor(private side: number) { super(); } area() { return this.side * this.side; } }
        export const result = new Square(3).double();
        `,
    );
    behavesLikeJavaScript(
        "are expressions too",
        `
        const make = (word: string) => class { say() { return word; } };
        const Loud = make("LOUD");
        export const result = [new Loud().say(), new (make("quiet"))().say()];
        `,
    );
    behavesLikeJavaScript(
        "keep fields of each instance apart",
        `
        class Box { items: number[] = []; put(n: number) { this.items.push(n); return this; } }
        export const result = [new Box().put(1).put(2), new Box().put(3)];
        `,
    );
    behavesLikeJavaScript(
        "methods whose names are Lua keywords",
        `
        class Query { parts: string[] = []; end() { return this.parts.join(" "); } and(p: string) { this.parts.push(p); return this; }
            not(p: string) { this.parts.push("not " + p); return this; } }
        export const result = new Query().and("a").not("b").end();
        `,
    );
    behavesLikeJavaScript(
        "methods by computed names",
        `
        const name = "iq-get/host";
        const handlers = { [name]() { return 1; }, "iq-set/host"() { return 2; } };
        class Handlers { ["a-b"]() { return 3; } }
        export const result = [handlers[name](), handlers["iq-set/host"](), new Handlers()["a-b"]()];
        `,
    );
    behavesLikeJavaScript(
        "toString decides how an instance looks as text",
        `
        class Jid { constructor(readonly bare: string) {} toString() { return "<" + this.bare + ">"; } }
        const jid = new Jid("a@b");
        export const result = [\`\${jid}\`, String(jid), jid.toString()];
        `,
    );
    behavesLikeJavaScript(
        "iterate by their own iterator",
        `
        class Range {
            constructor(private low: number, private high: number) {}
            *[Symbol.iterator]() { for (let i = this.low; i <= this.high; i++) yield i; }
        }
        export const result = [[...new Range(1, 3)], Array.from(new Range(5, 6))];
        `,
    );
});
