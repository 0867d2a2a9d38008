/** One page for each Lua module, as its source is one file: its functions, constants and short types stand on it. */
import {
    DeclarationReflection,
    DefaultTheme,
    DefaultThemeRenderContext,
    JSX,
    ReflectionKind,
    StructureRouter,
    type PageEvent,
    type PageKind,
    type Reflection,
    type RouterTarget,
} from "typedoc";

/** What has a page of its own. */
const PAGES = [ReflectionKind.Module, ReflectionKind.Namespace, ReflectionKind.Interface, ReflectionKind.Class];

export class ModulePagesRouter extends StructureRouter {
    protected override getPageKind(target: RouterTarget): PageKind | undefined {
        if (target instanceof DeclarationReflection && !target.kindOf(PAGES)) return undefined;
        return super.getPageKind(target);
    }
}

/** TypeDoc's own pages of modules are lists only: what stands in them follows here. */
export class ModulePagesTheme extends DefaultTheme {
    override getRenderContext(event: PageEvent<Reflection>): DefaultThemeRenderContext {
        const context = new DefaultThemeRenderContext(this.router, this, event, this.application.options);
        const list = context.moduleReflection;
        context.moduleReflection = (module) =>
            JSX.createElement(JSX.Fragment, null, list(module), context.members(module));
        return context;
    }
}
