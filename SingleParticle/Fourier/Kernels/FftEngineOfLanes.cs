namespace SingleParticle.Fourier.Kernels;

/// <summary>The transforms of one box for one vector width.</summary>
/// <typeparam name="TLanes">Vector width.</typeparam>
internal sealed unsafe class FftEngine<TLanes> : FftEngine
    where TLanes : unmanaged, ILanes<TLanes>
{
    private readonly PlaneShape _shape;
    private readonly BufferPool _pool;

    public FftEngine(int box)
    {
        _shape = new PlaneShape(box, TLanes.Count);
        _pool = new BufferPool(_shape.ScratchFloats);
    }

    public override void ForwardPlane(float* image, float* spectrum)
    {
        ForwardPlanePacked(image, spectrum);
        if (!_shape.IsEven)
            return;
        for (var y = 0; y <= _shape.Box / 2; y++)
            PackedColumn.Split(Row(spectrum, y), Row(spectrum, Mate(y)), _shape.Box);
    }

    public override void InversePlane(float* spectrum, float* image)
    {
        var buffer = _pool.Rent();
        var scratch = new PlaneScratch(_shape, buffer);
        float* packed = null;
        if (_shape.IsEven)
        {
            packed = scratch.Packed;
            for (var y = 0; y < _shape.Box; y++)
                PackedColumn.Pack(Row(spectrum, y), Row(spectrum, Mate(y)), _shape.Box, packed + (2 * y));
        }

        ColumnTransform<TLanes>.Inverse(_shape, spectrum, packed, scratch);
        RowInverse<TLanes>.Run(_shape, scratch, image, (float)(1.0 / ((double)_shape.Box * _shape.Box)));
        _pool.Return(buffer);
    }

    public override void ForwardPlanePacked(float* image, float* spectrum)
    {
        var buffer = _pool.Rent();
        var scratch = new PlaneScratch(_shape, buffer);
        RowForward<TLanes>.Run(_shape, image, scratch);
        ColumnTransform<TLanes>.Forward(_shape, scratch, spectrum);
        _pool.Return(buffer);
    }

    public override void InversePlanePacked(float* spectrum, float* image, float scale)
    {
        var buffer = _pool.Rent();
        var scratch = new PlaneScratch(_shape, buffer);
        ColumnTransform<TLanes>.Inverse(_shape, spectrum, null, scratch);
        RowInverse<TLanes>.Run(_shape, scratch, image, scale);
        _pool.Return(buffer);
    }

    public override void ForwardAlongZ(float* row, long planeFloats)
    {
        var buffer = _pool.Rent();
        ColumnTransform<TLanes>.ForwardAlongZ(_shape, row, row, planeFloats, new PlaneScratch(_shape, buffer));
        _pool.Return(buffer);
    }

    public override void InverseAlongZ(float* source, float* packed, long packedStride, float* target, long planeFloats)
    {
        var buffer = _pool.Rent();
        var scratch = new PlaneScratch(_shape, buffer);
        ColumnTransform<TLanes>.InverseAlongZ(_shape, source, packed, packedStride, target, planeFloats, scratch);
        _pool.Return(buffer);
    }

    private float* Row(float* spectrum, int y) => spectrum + ((long)y * 2 * _shape.HalfWidth);

    private int Mate(int y) => y == 0 ? 0 : _shape.Box - y;
}
